// The administrators' listener of a real server, as a browser or a program asks it.
import { expect } from 'vitest'
import { runSeekyou } from './run-seekyou.ts'
import type { StartedServer } from './started-server.ts'

/** The flags of a server that administrators can reach on a free port. */
export const adminFlags: readonly string[] = ['--admin-http', '127.0.0.1:0']

/** What came back. */
export interface Said {
  readonly status: number
  readonly headers: Headers
  /** The body as JSON; undefined when it is none. */
  readonly json: unknown
  readonly text: string
}

/** An administrator's browser, or a program with a token. */
export interface Desk {
  readonly url: string
  /** What goes with everything that is asked here. */
  readonly headers: Readonly<Record<string, string>>
  /** `path` begins with `/api/` or is another page. */
  ask(method: string, path: string, body?: object): Promise<Said>
  /** Asks what must be met, and returns the answer. */
  get(path: string): Promise<Record<string, never>>
  /** The same desk with other headers. */
  with(headers: Readonly<Record<string, string>>): Desk
  /** Signs in: a desk with the session's cookie and proof. */
  signIn(name: string, password: string): Promise<Desk>
}

/** The desk of a server, before anybody has signed in. */
export function deskOf(server: Pick<StartedServer, 'greeting'>): Desk {
  const [, host, port] = /^admin (\S+):(\d+)$/m.exec(server.greeting) ?? []
  if (port === undefined) throw new Error(`no listener for administrators:\n${server.greeting}`)
  return desk(`http://${host}:${port}`, {})
}

/** A setup link of a running server, as its operator asks for it. */
export async function setupLinkOf({ data }: Pick<StartedServer, 'data'>): Promise<string> {
  const { stdout, stderr } = await runSeekyou(['admin', 'link', '--json', '--data', data])
  if (stdout === '') throw new Error(`no setup link: ${stderr}`)
  return (JSON.parse(stdout) as { readonly url: string }).url
}

/** The code in a setup link. */
export const setupCodeOf = async (server: Pick<StartedServer, 'data'>): Promise<string> =>
  (await setupLinkOf(server)).replace(/^.*#/, '')

function desk(url: string, headers: Readonly<Record<string, string>>): Desk {
  const self: Desk = {
    url,
    headers,
    async ask(method, path, body) {
      const own = body === undefined ? {} : { 'content-type': 'application/json' }
      const sent = body === undefined ? null : JSON.stringify(body)
      const response = await fetch(`${url}${path}`, { method, headers: { ...own, ...headers }, body: sent })
      const text = await response.text()
      const isJson = response.headers.get('content-type')?.startsWith('application/json')
      return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined }
    },
    async get(path) {
      const { status, json } = await self.ask('GET', path)
      expect([path, status]).toEqual([path, 200])
      return json as Record<string, never>
    },
    with: (more) => desk(url, { ...headers, ...more }),
    async signIn(name, password) {
      const said = await self.ask('POST', '/api/session', { name, password })
      expect(said).toMatchObject({ status: 200, json: { name } })
      const cookie = said.headers.getSetCookie()[0]?.split(';')[0] as string
      return desk(url, { cookie, 'x-seekyou-csrf': (said.json as { csrf: string }).csrf })
    },
  }
  return self
}
