import { type Meet, requests } from '@seekyou/office'
import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { AdminCounts } from './admin-counts.ts'
import { csrfRefusal, hasProof, sessionCookie } from './operator.ts'
import { askIn } from './read-ask.ts'
import { Refusal, refusalIn } from './refusal.ts'
import { type Session, type Sessions, sessionMs } from './sessions.ts'
import type { Throttle } from './throttle.ts'

interface SessionRoutesOptions {
  readonly sessions: Sessions
  readonly throttle: Throttle
  readonly counts: AdminCounts
  readonly meet: Meet
  /** Whether this listener speaks TLS. */
  readonly hasTls: boolean
}

/** In bytes, from whoever is not known yet. */
const bodyMax = 4_096

/** Signing in, looking who is signed in, signing out, and setting up with the code of a setup link. */
export function sessionRoutes({ sessions, throttle, counts, meet, hasTls }: SessionRoutesOptions): Hono {
  const app = new Hono()
  /** Over TLS, be it as far as a proxy only, the cookie may travel nowhere else. */
  const cookieFor = (context: Context) => {
    const secure = hasTls || context.req.header('origin')?.startsWith('https:') === true
    return { httpOnly: true, sameSite: 'Strict', path: '/', secure } as const
  }

  app.post('/session', async (context) => {
    const ask = (await askIn(context, requests.checkAdministrator, bodyMax)) as { name: string; password: string }
    const { closings } = sessions
    const isRight = await guess(ask.name, async () => (await meet('checkAdministrator', ask)).isRight)
    const name = await nameAsWritten(ask.name)
    if (!isRight || sessions.closings !== closings) throw new Refusal(401, 'The name or the password is wrong.')
    const { id, session } = sessions.open(name)
    setCookie(context, sessionCookie, id, { ...cookieFor(context), maxAge: sessionMs / 1_000 })
    return context.json(shown(session))
  })

  app.get('/session', (context) => {
    const session = sessions.find(getCookie(context, sessionCookie) ?? '')
    return context.json(session ? shown(session) : {})
  })

  app.delete('/session', (context) => {
    const id = getCookie(context, sessionCookie) ?? ''
    const session = sessions.find(id)
    if (session && !hasProof(context, session)) throw csrfRefusal()
    sessions.close(id)
    deleteCookie(context, sessionCookie, cookieFor(context))
    return context.json({})
  })

  app.post('/setup', async (context) => {
    const ask = (await askIn(context, requests.setUp, bodyMax)) as { code: string; name: string; password: string }
    await guess(setUpName, async () => {
      await meet('setUp', ask, ask.name)
      return true
    })
    return context.json({})
  })

  /** Makes a try that may be wrong, unless too many were. */
  async function guess(name: string, isRight: () => Promise<boolean>): Promise<boolean> {
    const wait = throttle.pay(name)
    if (wait !== undefined) {
      counts.adminTriesHeldUp += 1
      const seconds = Math.ceil(wait / 1_000)
      throw new Refusal(429, `Too many tries have failed: try again in ${seconds} seconds.`, seconds)
    }
    let isForgiven = false
    try {
      isForgiven = await isRight()
    } catch (error) {
      // With the right code, but a password that is too short.
      isForgiven = refusalIn(error)?.status === 400
      throw error
    } finally {
      if (isForgiven) throttle.forgive(name)
      else counts.adminTriesFailed += 1
    }
    return isForgiven
  }

  /** Capitals do not matter when somebody signs in; the audit log has one name for everybody. */
  async function nameAsWritten(name: string): Promise<string> {
    const { rows } = await meet('listAdministrators', {})
    return rows.find((row) => row.name.toLowerCase() === name.toLowerCase())?.name ?? name
  }

  return app
}

/** No administrator is called that, so setting up has a pace of its own. */
const setUpName = '\0set up'

const shown = ({ name, csrf, expiresAt }: Session) => ({ name, csrf, expiresAt })
