import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** An administrator who is signed in. */
export interface Session {
  readonly name: string
  /** Proof that a change was asked for by a page of ours, which may read it; another site's page may not. */
  readonly csrf: string
  /** Milliseconds since 1970. */
  readonly expiresAt: number
  /** Aborted when the session ends, for whatever reason. */
  readonly ended: AbortSignal
}

/** Who is signed in, in memory: a restart of the server signs administrators out. */
export interface Sessions {
  /** Signs somebody in. `id` is the secret for the cookie; only its digest is kept. */
  open(name: string): { readonly id: string; readonly session: Session }
  /** The session with this id, unless it has ended. */
  find(id: string): Session | undefined
  /** Signs this browser out. */
  close(id: string): void
  /** Signs an administrator out of all browsers. Capitals make no other name. */
  closeAll(name: string): void
  /** How often somebody was signed out of all browsers: a password that was checked before that counts no more. */
  readonly closings: number
}

/** How long somebody stays signed in, in milliseconds. */
export const sessionMs = 12 * 3_600_000
/** Beyond so many sessions the oldest one ends. */
const sessionsMax = 256

/** `now`: milliseconds since 1970. */
export function newSessions(now: () => number): Sessions {
  const open = new Map<string, Session & { readonly end: () => void }>()
  let closings = 0

  function end(key: string): void {
    const session = open.get(key)
    open.delete(key)
    session?.end()
  }

  return {
    open(name) {
      for (const [key, { expiresAt }] of open) if (expiresAt <= now() || open.size >= sessionsMax) end(key)
      const id = randomBytes(32).toString('base64url')
      const key = digestOf(id)
      const ending = new AbortController()
      const timer = setTimeout(() => end(key), sessionMs).unref()
      const session = {
        name,
        csrf: randomBytes(32).toString('base64url'),
        expiresAt: now() + sessionMs,
        ended: ending.signal,
        end() {
          clearTimeout(timer)
          ending.abort()
        },
      }
      open.set(key, session)
      return { id, session }
    },
    find(id) {
      const key = digestOf(id)
      const session = open.get(key)
      if (!session || session.expiresAt > now()) return session
      end(key)
      return undefined
    },
    close: (id) => end(digestOf(id)),
    closeAll(name) {
      closings += 1
      for (const [key, session] of open) if (session.name.toLowerCase() === name.toLowerCase()) end(key)
    },
    get closings() {
      return closings
    },
  }
}

/** Whether two secrets are the same, in a time that does not tell where they differ. */
export const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest())

const digestOf = (id: string): string => createHash('sha256').update(id).digest('base64url')
