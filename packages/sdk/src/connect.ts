import { Life } from './life.ts'
import type { ConnectOptions } from './options.ts'
import { User } from './user.ts'

export type { ConnectOptions }

/**
 * Comes on line and resolves with the user when the server has let them in. Rejects with `SignOnError` or `CannotReach` (with `keepTrying`
 * only when the password is wrong), with the signal's reason, or with a RangeError for options that cannot be meant.
 */
export async function connect(options: ConnectOptions): Promise<User> {
  const life = new Life(options)
  await life.begin()
  return new User(life)
}
