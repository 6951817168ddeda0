// The gateway as browsers and others meet it: over real connections.
import { once } from 'node:events'
import { request } from 'node:https'
import { connect } from 'node:net'
import { type Address, formatAddress, isWeb } from '@seekyou/language'
import { expect, onTestFinished, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { CannotListen } from './listen-http.ts'
import { type GatewayNote, type GatewayOptions, openGateway } from './open-gateway.ts'
import { builtPages } from './testing/built-pages.ts'
import { certificateFiles } from './testing/certificates.ts'

/** A gateway that hands every datagram back. */
async function open(options: Partial<GatewayOptions> = {}) {
  const pages = builtPages(onTestFinished)
  pages.build()
  const gone: Address[] = []
  const heard: Address[] = []
  const notes: GatewayNote[] = []
  const report = vi.fn()
  const gateway = await openGateway({
    http: { host: '127.0.0.1', port: 0 },
    isTrustedProxy: (ip) => ip === '127.0.0.1',
    origins: ['https://chat.example.org'],
    app: pages.app,
    card: (ip) => ({
      name: 'Seekyou',
      registration: 'lan',
      mayRegister: ip === 0x7f00_0001,
      udpPort: 4000,
      version: '1',
    }),
    onDatagram(from, bytes) {
      heard.push(from)
      gateway.send(from, bytes)
    },
    onGone: (from) => gone.push(from),
    meetAside: async (_, name, ask) => ({ name, ask }),
    note: (note) => notes.push(note),
    report,
    ...options,
  })
  onTestFinished(() => gateway.close())
  const { port } = gateway.address
  const url = `http://127.0.0.1:${port}`
  const socket = (headers: Record<string, string> = {}, path = '/datagrams') => {
    const opened = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers })
    onTestFinished(() => opened.terminate())
    return opened
  }
  return { gateway, gone, heard, notes, report, url, port, socket }
}

const as = (ip: string) => ({ 'x-forwarded-for': ip })
const opened = (socket: WebSocket) => once(socket, 'open')
const refusal = async (socket: WebSocket): Promise<number> => {
  socket.on('error', () => {})
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }]
  return response.statusCode
}
const message = async (socket: WebSocket) => {
  const [data, isBinary] = (await once(socket, 'message')) as [Buffer, boolean]
  return isBinary ? [...data] : data.toString()
}

test('a datagram comes and goes, and an aside is answered', async () => {
  const { heard, socket, gone } = await open()
  const ann = socket(as('198.51.100.7'))
  await opened(ann)
  ann.send(Uint8Array.of(2, 0, 7))
  expect(await message(ann)).toEqual([2, 0, 7])
  expect([isWeb(heard[0]!), formatAddress(heard[0]!)]).toEqual([true, expect.stringMatching(/^198\.51\.100\.7:\d+$/)])
  ann.send('{"id":1,"name":"settings","ask":{}}')
  expect(await message(ann)).toBe('{"id":1,"answer":{"name":"settings","ask":{}}}')
  ann.close()
  await vi.waitUntil(() => gone.length > 0)
  expect(gone).toEqual([heard[0]])
})

test('no page of another site may connect, and nothing is looked at but the right path', async () => {
  const { gateway, socket, port } = await open()
  expect(await refusal(socket({ origin: 'http://evil.example' }))).toBe(403)
  expect(await refusal(socket({ origin: 'null' }))).toBe(403)
  expect(await refusal(socket({}, '/'))).toBe(404)
  await opened(socket({ origin: `http://127.0.0.1:${port}` }))
  await opened(socket({ origin: 'https://chat.example.org' }))
  expect([gateway.counts.webSocketsForeign, gateway.size]).toEqual([2, 2])
})

test('sixty-four sockets of one address, and no more', async () => {
  const { gateway, socket } = await open()
  await Promise.all(Array.from({ length: 64 }, () => opened(socket(as('198.51.100.7')))))
  expect(await refusal(socket(as('198.51.100.7')))).toBe(429)
  await opened(socket(as('198.51.100.8')))
  expect([gateway.counts.webSocketsTooMany, gateway.size]).toEqual([1, 65])
})

test('a message beyond everything ends the socket, and nothing of it is heard', async () => {
  const { gateway, gone, heard, socket } = await open()
  const closing = async (what: string | Uint8Array) => {
    const one = socket()
    one.on('error', () => {})
    await opened(one)
    one.send(what)
    return (await once(one, 'close'))[0]
  }
  expect([await closing(new Uint8Array(16_385)), await closing('x'.repeat(65_537))]).toEqual([1009, 1009])
  await vi.waitUntil(() => gone.length === 2)
  expect([heard, gateway.counts.webSocketsTooLong]).toEqual([[], 2])
})

test('a browser that reads nothing loses datagrams; others do not wait for it', async () => {
  const { gateway, heard, socket } = await open()
  const [slow, quick] = [socket(), socket()]
  await Promise.all([opened(slow), opened(quick)])
  slow.send(Uint8Array.of(1))
  await message(slow)
  slow.pause()
  for (let count = 0; count < 20_000; count++) gateway.send(heard[0]!, new Uint8Array(1_000))
  expect(gateway.counts.webDatagramsDropped).toBeGreaterThan(0)
  quick.send(Uint8Array.of(9))
  expect(await message(quick)).toEqual([9])
})

test('whoever goes away without a word has gone', async () => {
  const { gone, socket } = await open()
  const one = socket()
  await opened(one)
  one.terminate()
  await vi.waitUntil(() => gone.length === 1)
})

test('pages have every security header and no cookie, and admin pages are not here', async () => {
  const { url } = await open()
  for (const path of ['/', '/server.json', '/assets/client-1.js', '/gone.js', '/datagrams']) {
    const { headers } = await fetch(`${url}${path}`)
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/)
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*/)
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'permissions-policy': expect.stringContaining('camera=()'),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers.get('set-cookie')).toBeNull()
  }
  const statuses = ['/', '/datagrams', '/admin.html', '/api/session', '/metrics.txt'].map(
    async (path) => (await fetch(`${url}${path}`)).status,
  )
  expect(await Promise.all(statuses)).toEqual([200, 426, 404, 200, 404])
  expect(await (await fetch(`${url}/api/session`)).text()).toContain('the application')
  expect((await fetch(`${url}/`, { method: 'POST', body: 'x' })).status).toBe(404)
  expect((await fetch(`${url}/`, { method: 'HEAD' })).status).toBe(200)
})

test('the card is told to whoever asks, by their own address', async () => {
  const { url, notes } = await open({ isTrustedProxy: () => false })
  const card = async (headers = {}) => (await fetch(`${url}/server.json`, { headers })).json()
  expect(await card()).toEqual({ name: 'Seekyou', registration: 'lan', mayRegister: true, udpPort: 4000, version: '1' })
  expect(await card(as('127.0.0.1'))).toMatchObject({ mayRegister: false })
  await card(as('127.0.0.1'))
  expect(notes).toEqual([{ what: 'untrustedProxy', proxy: '127.0.0.1' }])
})

test('what browsers report is counted and noted', async () => {
  const { gateway, url, notes } = await open()
  const post = async (body: string) => (await fetch(`${url}/csp-report`, { method: 'POST', body })).status
  expect(await post('{"csp-report":{"violated-directive":"script-src","blocked-uri":"inline"}}')).toBe(204)
  expect(await post('nonsense')).toBe(204)
  expect(await post('x'.repeat(20_000))).toBe(413)
  expect(notes).toEqual([{ what: 'cspReport', directive: 'script-src', blocked: 'inline', source: '' }])
  expect(gateway.counts.cspReports).toBe(2)
})

test('a request that is none does no harm', async () => {
  const { port, url, report } = await open()
  for (const text of [
    'GET / HTTP/1.1\r\nHost: a b\r\n\r\n',
    'GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET /datagrams HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
    'nonsense\r\n\r\n',
  ]) {
    const socket = connect(port, '127.0.0.1')
    socket.write(text)
    const [answer] = (await once(socket, 'data')) as [Buffer]
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 4\d\d /)
    socket.destroy()
  }
  expect((await fetch(`${url}/`)).status).toBe(200)
  expect(report).not.toHaveBeenCalled()
})

test('over TLS everything is the same', async () => {
  const { port } = await open({ tls: certificateFiles('one') })
  const answer = await new Promise<number | undefined>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: '/server.json', rejectUnauthorized: false }, (response) => {
      resolve(response.resume().statusCode)
    })
    asked.on('error', reject).end()
  })
  expect(answer).toBe(200)
  const socket = new WebSocket(`wss://127.0.0.1:${port}/datagrams`, { rejectUnauthorized: false })
  onTestFinished(() => socket.terminate())
  await opened(socket)
  socket.send(Uint8Array.of(7))
  expect(await message(socket)).toEqual([7])
})

test('a server that ends says goodbye, frees its port, and means nobody has gone', async () => {
  const { gateway, gone, port, socket } = await open()
  const one = socket()
  await opened(one)
  const closed = once(one, 'close')
  await gateway.close()
  expect([(await closed)[0], gone]).toEqual([1001, []])
  await open({ http: { host: '127.0.0.1', port } })
})

test('a port that is taken is told in a sentence', async () => {
  const { port } = await open()
  const again = open({ http: { host: '127.0.0.1', port } })
  await expect(again).rejects.toThrow(CannotListen)
  await expect(again).rejects.toThrow(
    `TCP port ${port} on 127.0.0.1 is in use by another program: stop it, or choose another port.`,
  )
  await expect(open({ http: { host: '192.0.2.1', port: 0 } })).rejects.toThrow(
    '192.0.2.1 is no IPv4 address of this machine: choose one that is, or 0.0.0.0 for all.',
  )
})
