import type { Meet } from '@seekyou/office'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { Refusal } from './refusal.ts'
import { isSame, type Session, type Sessions } from './sessions.ts'

/** An administrator in a browser, or a program with a token. */
export interface Operator {
  /** What the audit log calls them. */
  readonly by: string
  /** Aborted when the session ends. Undefined: a token asks, which may be withdrawn. */
  readonly ended?: AbortSignal
  /** Whether they still may ask. */
  isWelcome(): Promise<boolean>
}

/** The name of the cookie that holds the id of a session. */
export const sessionCookie = 'seekyou_admin'
/** The header that proves that a page of ours asks. */
const csrfHeader = 'x-seekyou-csrf'

/**
 * Who asks, or a refusal. A token says it; without one the session of the cookie does, and a change has to come with the
 * session's proof.
 */
export async function operatorOf(context: Context, sessions: Sessions, meet: Meet): Promise<Operator> {
  const authorization = context.req.header('authorization')
  return authorization === undefined ? bySession(context, sessions) : byToken(authorization, meet)
}

/** Whether a page of ours asks on behalf of this session. */
export const hasProof = (context: Context, session: Session): boolean =>
  isSame(context.req.header(csrfHeader) ?? '', session.csrf)

export const csrfRefusal = (): Refusal =>
  new Refusal(403, `A change needs the header ${csrfHeader} with what GET /api/session has answered as csrf.`)

function bySession(context: Context, sessions: Sessions): Operator {
  const session = sessions.find(getCookie(context, sessionCookie) ?? '')
  if (!session) throw new Refusal(401, 'Sign in first.')
  const changes = !['GET', 'HEAD'].includes(context.req.method)
  if (changes && !hasProof(context, session)) throw csrfRefusal()
  return { by: session.name, ended: session.ended, isWelcome: async () => !session.ended.aborted }
}

async function byToken(authorization: string, meet: Meet): Promise<Operator> {
  const token = /^Bearer +(\S{1,128})$/i.exec(authorization)?.[1]
  const name = token === undefined ? undefined : (await meet('checkToken', { token })).name
  if (token === undefined || name === undefined) {
    throw new Refusal(401, 'This token is not valid: make one with seekyou admin token.')
  }
  const isWelcome = async (): Promise<boolean> => (await meet('checkToken', { token })).name === name
  return { by: `token ${name}`, isWelcome }
}
