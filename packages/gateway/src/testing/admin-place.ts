import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { AdminOptions, PassingPacket } from '../admin/admin-options.ts'
import { openAdmin } from '../admin/open-admin.ts'
import { goodPassword, newOffice, type Office } from './office.ts'

/** What came back. */
export interface Said {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  /** The body as JSON; undefined when it is none. */
  readonly json: unknown
}

export interface Asking {
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly body?: unknown
}

/** A browser that is signed in: its cookie, its proof, and both. */
export interface SignedIn {
  readonly cookie: string
  readonly csrf: string
  readonly headers: Readonly<Record<string, string>>
}

/** The administrators' listener of a made-up server, closed when the test ends. */
export async function openPlace(more: Partial<AdminOptions> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'admin-'))
  writeFileSync(join(folder, 'admin.html'), '<!doctype html><title>Admin</title>')
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Chat</title>')
  const office: Office = newOffice()
  const reports: unknown[] = []
  const watching = new Map<number, Set<(packet: PassingPacket) => void>>()
  const admin = await openAdmin({
    http: { host: '127.0.0.1', port: 0 },
    app: folder,
    backups: folder,
    version: '1.2.3',
    meet: office.meet,
    watchPackets(uin, hear) {
      const hearers = watching.get(uin) ?? new Set()
      watching.set(uin, hearers.add(hear))
      return () => hearers.delete(hear)
    },
    trouble: () => undefined,
    report: (error) => reports.push(error),
    ...more,
  })
  onTestFinished(async () => {
    await admin.close()
    rmSync(folder, { recursive: true })
  })
  const port = admin.address.port
  const ask = (method: string, path: string, asking: Asking = {}): Promise<Said> => askHttp(port, method, path, asking)

  return {
    admin,
    office,
    folder,
    reports,
    ask,
    port,
    /** A datagram of this user passes the server. */
    pass: (uin: number, packet: PassingPacket) => {
      for (const hear of watching.get(uin) ?? []) hear(packet)
    },
    watchers: (uin: number): number => watching.get(uin)?.size ?? 0,
    async signIn(name = 'ann', password = goodPassword): Promise<SignedIn> {
      const { headers, json } = await ask('POST', '/api/session', { body: { name, password } })
      const cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? ''
      const { csrf } = json as { csrf: string }
      return { cookie, csrf, headers: { cookie, 'x-seekyou-csrf': csrf } }
    },
  }
}

/** The server-sent events of this path, as they come. `close` leaves in the middle. */
export async function listen(port: number, path: string, headers: Readonly<Record<string, string>>) {
  const leaving = new AbortController()
  const url = `http://127.0.0.1:${port}${path}`
  const response = await fetch(url, { headers, signal: leaving.signal })
  const reader = response.body!.getReader()
  const decoder = new TextDecoder()
  let text = ''

  return {
    status: response.status,
    headers: response.headers,
    /** The next event of this name with its data; undefined: the stream has ended. */
    async next(name: string): Promise<unknown> {
      for (;;) {
        const end = text.indexOf('\n\n')
        if (end < 0) {
          const { done, value } = await reader.read()
          if (done) return undefined
          text += decoder.decode(value, { stream: true })
          continue
        }
        const [, event, data] = /^event: (.*)\ndata: (.*)$/.exec(text.slice(0, end)) ?? []
        text = text.slice(end + 2)
        if (event === name && data !== undefined) return JSON.parse(data)
      }
    },
    close: () => leaving.abort(),
  }
}

/** Sends exactly these headers, which `fetch` would not let one choose. */
function askHttp(port: number, method: string, path: string, { headers = {}, body }: Asking): Promise<Said> {
  const own = body === undefined ? {} : { 'content-type': 'application/json' }
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      { host: '127.0.0.1', port, method, path, agent: false, headers: { ...own, ...headers } },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (more: string) => {
          text += more
        })
        response.on('error', reject)
        response.on('end', () =>
          resolve({ status: response.statusCode!, headers: response.headers, text, json: parsed(text) }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body))
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
