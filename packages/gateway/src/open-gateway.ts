import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import type { Address, Ip4 } from '@seekyou/language'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { WebSocketServer } from 'ws'
import type { MeetAside } from './aside-desk.ts'
import type { CertificateFiles } from './certificate.ts'
import { GatewayCounts } from './counts.ts'
import { type CspReport, cspReportIn } from './csp-report.ts'
import { askerOf } from './forwarded.ts'
import { type HttpEndpoint, listenHttp } from './listen-http.ts'
import { mayConnect } from './origin.ts'
import { openPages, sayPlainly } from './pages.ts'
import { reportPath, secured } from './security-headers.ts'
import type { ServerCard } from './server-card.ts'
import { Sockets } from './sockets.ts'
import { turnAway } from './turn-away.ts'

export interface GatewayOptions {
  /** Where to listen. */
  readonly http: HttpEndpoint
  readonly tls?: CertificateFiles | undefined
  /** Whose X-Forwarded-For is believed. Gets an address of IPv4 or IPv6 as text. */
  readonly isTrustedProxy: (ip: string) => boolean
  /** Origins of pages that may connect beside those that come from here: `https://chat.example.org`. */
  readonly origins: readonly string[]
  /** The folder of the built pages. */
  readonly app: string
  /** What the page is told, when a browser at this address asks. */
  readonly card: (ip: Ip4) => ServerCard
  /** A datagram of a browser. The bytes belong to whoever is called. */
  readonly onDatagram: (from: Address, bytes: Uint8Array) => void
  /** The WebSocket of a web address has ended. Not called for those that `close` ends. */
  readonly onGone: (from: Address) => void
  readonly meetAside: MeetAside
  readonly note: (note: GatewayNote) => void
  /** Something is wrong that is no visitor's doing. */
  readonly report: (error: unknown) => void
}

/** Something that an operator may want to read. */
export type GatewayNote =
  | ({ readonly what: 'cspReport' } & CspReport)
  /** Requests come through a proxy whose word is not taken; noted once. */
  | { readonly what: 'untrustedProxy'; readonly proxy: string }

/** The listener for people: pages, and datagrams over WebSockets. */
export interface Gateway {
  /** Where it listens, with the port that it really got. */
  readonly address: HttpEndpoint
  readonly counts: Readonly<GatewayCounts>
  /** How many WebSockets are open. */
  readonly size: number
  /** Sends a datagram to a web address, and never throws. It must not be changed afterwards. */
  send(to: Address, datagram: Uint8Array): void
  /** Ends all connections. Resolves when the port is free again. */
  close(): Promise<void>
}

/** The longest message in bytes: an aside with a contact list. Datagrams may be a quarter of that. */
const messageMax = 65_536
const beatMs = 5_000
const reportMax = 16_384
/** So long a browser may take to answer a goodbye. */
const goodbyeMs = 1_000
const datagrams = '/datagrams'
/** The administrators' pages have a listener of their own. */
const notHere = ['admin.html']

/** Listens for browsers. Rejects with `CannotListen` and `BadCertificate`. */
export async function openGateway(options: GatewayOptions): Promise<Gateway> {
  const { isTrustedProxy, origins, note } = options
  const counts = new GatewayCounts()
  const sockets = new Sockets({ ...options, counts, now: () => performance.now() })
  const webSockets = new WebSocketServer({ noServer: true, maxPayload: messageMax, perMessageDeflate: false })
  let hasNotedProxy = false

  const ipOf = ({ socket, headers }: IncomingMessage): Ip4 => {
    const { ip, untrusted } = askerOf({ remote: socket.remoteAddress ?? '', headers }, isTrustedProxy)
    if (untrusted !== undefined && !hasNotedProxy) {
      hasNotedProxy = true
      note({ what: 'untrustedProxy', proxy: untrusted })
    }
    return ip
  }

  const onRequest = getRequestListener(chatPages(options, counts, ipOf).fetch, {
    overrideGlobalObjects: false,
    errorHandler: () => sayPlainly(400, 'The request could not be read.'),
  })
  const listener = await listenHttp({ ...options, onRequest: (...all) => void onRequest(...all) })

  listener.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => {})
    const { origin, host } = request.headers
    if (request.url?.split('?')[0] !== datagrams) return turnAway(socket, 404, `WebSockets are at ${datagrams}.`)
    if (!mayConnect(origin, host, origins)) {
      counts.webSocketsForeign += 1
      return turnAway(socket, 403, 'This page is not from here: have its origin allowed with --origin.')
    }
    const ip = ipOf(request)
    if (!sockets.hasRoom(ip)) {
      counts.webSocketsTooMany += 1
      return turnAway(socket, 429, 'There are too many connections from your address: close some, or try again later.')
    }
    webSockets.handleUpgrade(request, socket, head, (opened) => sockets.add(ip, opened))
  })
  const beat = setInterval(() => sockets.beat(), beatMs)

  return {
    address: listener.address,
    counts,
    get size() {
      return sockets.size
    },
    send: (to, datagram) => sockets.send(to, datagram),
    async close() {
      clearInterval(beat)
      sockets.close()
      const patience = setTimeout(() => {
        for (const socket of webSockets.clients) socket.terminate()
      }, goodbyeMs)
      await listener.close()
      clearTimeout(patience)
    },
  }
}

/** Everything but the WebSocket. */
function chatPages(
  { app: folder, card, note, report }: GatewayOptions,
  counts: GatewayCounts,
  ipOf: (request: IncomingMessage) => Ip4,
): Hono<{ Bindings: HttpBindings }> {
  const pages = openPages({ folder, index: 'index.html', without: notHere })
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.use(secured)
  app.use(async (_, next) => {
    counts.httpRequests += 1
    await next()
  })
  app.get('/server.json', (context) => {
    context.header('Cache-Control', 'no-store')
    return context.json(card(ipOf(context.env.incoming)))
  })
  const tooLong = (): Response => sayPlainly(413, 'That is too long.')
  app.post(reportPath, bodyLimit({ maxSize: reportMax, onError: tooLong }), async (context) => {
    counts.cspReports += 1
    // Whoever goes away in the middle has reported nothing.
    const text = await context.req.text().catch(() => '')
    const report = cspReportIn(text)
    if (report) note({ what: 'cspReport', ...report })
    return context.body(null, 204)
  })
  app.get(datagrams, () => sayPlainly(426, 'This is for WebSockets.'))
  app.get('*', (context) => pages.answer(context.req.path, context.req.raw.headers))
  app.notFound(() => sayPlainly(404, 'There is no such page.'))
  app.onError((error) => {
    report(error)
    return sayPlainly(500, 'The server could not do that: try again later.')
  })
  return app
}
