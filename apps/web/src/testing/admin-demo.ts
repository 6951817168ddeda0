// A pretend office for looking at the admin pages: `vite` with this plugin serves them with invented data. Never shipped.
import type { ServerResponse } from 'node:http'
import { viewPacket } from '@seekyou/wire'
import type { Plugin } from 'vite'
import { accounts, chronicle, links, longAgo, registry, status } from './admin-demo-data.ts'

/** Bytes of a keep-alive, a message and its ACK, as a client of version 2 writes them. */
const packets = [
  '02002e042900561d0300',
  '02000e012a00561d03001d990100010006004865 6c6c6f00'.replace(' ', ''),
  '02000a002a00',
].map((hex) => Uint8Array.fromHex(hex))

/** Answers `/api` with invented data. `?trouble` in the address of a page makes the office fail, until another page is opened without it. */
export function adminDemo(): Plugin {
  let isSignedIn = true
  let seconds = 0
  return {
    name: 'admin-demo',
    configureServer({ middlewares }) {
      middlewares.use('/api', (request, response) => {
        const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
        const isTrouble = (request.headers.referer ?? '').includes('?trouble')
        if (pathname === '/session') {
          if (request.method === 'DELETE') isSignedIn = false
          if (request.method === 'POST') isSignedIn = true
          return say(response, 200, isSignedIn ? { name: 'ann', csrf: 'demo' } : {})
        }
        if (pathname === '/live') return stream(response, 'status', () => status(seconds++), 1_000)
        if (pathname.endsWith('/packets'))
          return stream(
            response,
            'packet',
            () => {
              const bytes = packets[seconds++ % packets.length]!
              return viewPacket({ at: Date.now(), direction: bytes.length === 6 ? 'out' : 'in', bytes }, 'texts')
            },
            700,
          )
        if (isTrouble) return say(response, 500, { complaint: 'The database does not answer.' })
        if (request.method !== 'GET')
          return say(response, 200, {
            uin: 241_003,
            code: 'ab3k9xmd',
            token: 'sk_demo',
            path: '/setup#demo',
            expiresAt: Date.now() + 3_600_000,
            online: 37,
            absent: 170,
            refused: 2,
            name: 'seekyou-20261122-030000.db',
            bytes: 18_400_000,
            ms: 310,
          })
        return say(response, 200, answers(pathname, searchParams) ?? {})
      })
    },
  }
}

function answers(path: string, query: URLSearchParams): unknown {
  const text = query.get('text') ?? ''
  const only = query.get('only')
  const found = accounts.filter(
    ({ nick, uin, isOnline, ban, leavesAt }) =>
      (nick.startsWith(text) || String(uin).startsWith(text)) &&
      (only === null || (only === 'online' ? isOnline : only === 'banned' ? ban : leavesAt) !== undefined) &&
      (only !== 'online' || isOnline),
  )
  const count = Number(query.get('count') ?? 50)
  const rows = found.filter(({ uin }) => uin > Number(query.get('after') ?? 0)).slice(0, count)
  const last = rows.at(-1)?.uin ?? 0
  const byPath: Readonly<Record<string, unknown>> = {
    '/users': { rows, total: found.length, ...(found.some(({ uin }) => uin > last) && { next: last }) },
    '/status': status(0),
    '/chronicle': chronicle(),
    '/registration': { mode: 'invite', isFixed: true },
    '/invites': {
      invites: [
        { code: 'ab3k9xmd', usesLeft: 5, expiresAt: Date.now() + 600_000_000 },
        { code: 'velvet88', usesLeft: 0, madeBy: 104_733 },
        { code: 'carrier3', usesLeft: 3, expiresAt: longAgo },
      ],
    },
    '/links': { rows: links, total: 37 },
    '/audit': {
      rows: ['banUser', 'addInvite', 'backup', 'setUser', 'setRegistration', 'kickUser', 'addToken'].map(
        (what, index) => ({
          id: 90 - index,
          at: Date.now() - index * 3_900_000,
          by: ['ann', 'terminal', 'token exporter'][index % 3],
          what,
          ...(index % 2 === 0 && { whom: String(104_733 + index), detail: 'nick, email' }),
        }),
      ),
    },
    '/backups': {
      rows: Array.from({ length: 5 }, (_, index) => ({
        name: `seekyou-202611${22 - index}-030000.db`,
        at: Date.now() - index * 86_400_000,
        bytes: 18_400_000 - index * 110_000,
      })),
    },
    '/old-clients': {
      host: 'chat.example.org',
      address: '203.0.113.7',
      port: 4_000,
      hosts: '203.0.113.7  icq.mirabilis.com\n203.0.113.7  icq1.mirabilis.com\n',
      hostsFiles: [
        { system: 'Windows 95, 98, Me', path: 'C:\\WINDOWS\\HOSTS' },
        { system: 'NT 4, 2000, XP', path: 'C:\\WINNT\\SYSTEM32\\DRIVERS\\ETC\\HOSTS' },
      ],
      registry,
    },
    '/administrators': {
      rows: [
        { name: 'ann', createdAt: longAgo },
        { name: 'bob', createdAt: longAgo },
      ],
    },
    '/tokens': { rows: [{ name: 'exporter', createdAt: longAgo, usedAt: Date.now() - 7_200_000 }] },
  }
  return byPath[path]
}

function say(response: ServerResponse, code: number, answer: unknown): void {
  response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
}

function stream(response: ServerResponse, event: string, next: () => unknown, everyMs: number): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const tell = (): void => void response.write(`event: ${event}\ndata: ${JSON.stringify(next())}\n\n`)
  tell()
  const timer = setInterval(tell, everyMs)
  response.on('close', () => clearInterval(timer))
}
