import { z } from 'zod'
import { declare } from '../declare.ts'
import { count, nothing, rowsOf, statusName, time, uin } from '../values.ts'

const health = z.object({
  memory: z
    .object({ rss: count, heapUsed: count, external: count })
    .describe('in bytes: the process, what JavaScript holds, and its buffers beside that'),
  handles: count.describe('sockets, timers and files that the process waits for'),
  delayMs: z
    .object({ p50: z.number(), p99: z.number(), max: z.number() })
    .describe('how late it came to its work in the last full minute'),
})

const status = z.object({
  online: count.describe('how many users are signed on'),
  uptimeMs: count,
  udp: z.string().describe('where it listens for ICQ clients: 0.0.0.0:4000'),
  http: z.string().optional().describe('where browsers find the application, as a URL; left out: nowhere'),
  adminHttp: z.string().optional().describe('where browsers find the admin pages, as a URL; left out: nowhere'),
  version: z.string().optional(),
  storeCalls: count.describe('how many calls wait for the store'),
  health,
  counters: z.record(z.string(), z.number()).describe('what was counted since the start'),
  limits: z.record(z.string(), z.number()).describe('how much of everything is allowed'),
})

const linkRow = z.object({
  uin,
  nick: z.string(),
  address: z.string().describe('203.0.113.7:1234'),
  over: z.enum(['udp', 'web']),
  since: time,
  status: statusName,
  lastHeardAt: time,
})

const sample = z.object({
  at: time,
  online: count,
  datagramsIn: count.describe('since the sample before, as are all counts that follow'),
  datagramsOut: count,
  messages: count,
  rss: count.describe('bytes of memory at that moment'),
  refused: count.describe('messages that nobody would keep'),
  faults: count.describe('datagrams that could not be understood'),
  limitsHit: count.describe('how often a limit was reached'),
})

const serverEvent = z.object({ at: time, kind: z.string(), uin: uin.optional(), text: z.string() })

/** The requests that are about a server that runs. */
export const runningRequests = {
  status: declare({
    ask: nothing,
    answer: status,
    about: 'Says how the running server is.',
    changes: false,
    http: { method: 'get', path: '/status' },
  }),
  listLinks: declare({
    ask: z.strictObject({
      after: uin.optional(),
      count: z.int().min(1).max(1_000).optional().describe('how many at a time, 1000 if left out'),
    }),
    answer: z.object({ rows: rowsOf(linkRow), total: count, next: uin.optional() }),
    about: 'Shows who is signed on, from where and since when, by number.',
    changes: false,
    http: { method: 'get', path: '/links' },
  }),
  chronicle: declare({
    ask: nothing,
    answer: z.object({
      seconds: rowsOf(sample).describe('of the last ten minutes, a second apart, the oldest first'),
      day: rowsOf(sample).describe('of the last 24 hours, five minutes apart, the oldest first'),
      latest: rowsOf(serverEvent).describe('the 50 newest events, the newest first'),
    }),
    about: 'Shows what the running server has been through.',
    changes: false,
    http: { method: 'get', path: '/chronicle' },
  }),
  broadcast: declare({
    ask: z.strictObject({
      text: z.string(),
      codePage: z.string().optional(),
      absent: z.boolean().describe('also to everybody who is not on line'),
      system: z.boolean().describe('as a system message'),
    }),
    answer: z.object({ online: count, absent: count, refused: count }),
    about: 'Says something to everybody, as the server itself.',
    changes: true,
    http: { method: 'post', path: '/broadcast' },
  }),
  oldClients: declare({
    ask: nothing,
    answer: z.object({
      host: z.string().describe('the name or IPv4 address by which clients find this server'),
      address: z.string().describe('its IPv4 address'),
      port: count,
      hosts: z.string().describe('lines for a hosts file; they help only while the port is 4000'),
      hostsFiles: rowsOf(z.object({ system: z.string(), path: z.string() })).describe('where that file is'),
      registry: z.string().describe('the text of a .reg file'),
    }),
    about: 'Says how to point a client of the time at this server.',
    changes: false,
    http: { method: 'get', path: '/old-clients' },
  }),
}

export type Health = z.output<typeof health>
export type Status = z.output<typeof status>
export type LinkRow = z.output<typeof linkRow>
export type Sample = z.output<typeof sample>
export type ServerEvent = z.output<typeof serverEvent>
export type StatusName = z.output<typeof statusName>
