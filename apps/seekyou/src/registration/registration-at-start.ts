import type { RegistrationMode } from '@seekyou/office'
import type { SqlStore } from '@seekyou/store-sql'

/** What is so when neither a flag, nor a variable, nor a choice says anything else. */
const byDefault: RegistrationMode = 'lan'

/** Who may get a number when a server starts: as a flag or a variable says, else as was chosen while it ran. */
export async function registrationAtStart(
  store: Pick<SqlStore, 'readChoice'>,
  said: RegistrationMode | undefined,
): Promise<RegistrationMode> {
  return said ?? ((await store.readChoice('registration')) as RegistrationMode | undefined) ?? byDefault
}
