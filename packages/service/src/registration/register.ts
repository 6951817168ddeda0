import type { Intent, Uin } from '@seekyou/language'
import { ask, type Waiting } from '../needs.ts'

/** Who may get a number by themselves: nobody, our own subnets, holders of an invite, everybody. */
export type RegistrationMode = 'closed' | 'lan' | 'invite' | 'open'

/** Whether the source of a request is in one of the server's own subnets. */
export interface Applicant {
  readonly isNear: boolean
}

/** Whether somebody may apply for a number at all. */
export const mayApply = ({ password }: Intent<'register'>, { isNear }: Applicant, mode: RegistrationMode): boolean =>
  mode !== 'closed' && (mode !== 'lan' || isNear) && password.length > 0

/** Creates an account, or refuses. In invite mode the password is the invite's code and becomes the first password. */
export function* register(
  intent: Intent<'register'>,
  applicant: Applicant,
  mode: RegistrationMode,
): Waiting<Uin | 'refused'> {
  if (!mayApply(intent, applicant, mode)) return 'refused'
  const { password } = intent
  const passwordHash = yield* ask({ name: 'hashPassword', password })
  const invite = mode === 'invite' ? String.fromCharCode(...password) : undefined
  return (yield* ask({ name: 'createAccount', passwordHash, invite })) ?? 'refused'
}
