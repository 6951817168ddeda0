// People in browsers, as the library plays them, with the real program.
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { connect, type User } from '@seekyou/sdk'
import { afterEach, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { code, join, messageBody, readMessage, readOnline, registerBody, u16, uins } from './bytes.ts'
import { type CuttableLine, openCut } from './cut.ts'
import { runSeekyou } from './run-seekyou.ts'
import {
  importUsers,
  newDataFolder,
  password,
  removeDataFolder,
  type StartedServer,
  startServer,
} from './started-server.ts'
import { useServer } from './use-server.ts'

const onHttp = ['--http', '127.0.0.1:0']
const patience = { timeout: 20_000, interval: 50 }
const place = useServer({ flags: onHttp })
const cleanUp: (() => unknown)[] = []

afterEach(async () => {
  for (const close of cleanUp.splice(0).reverse()) await close()
})

async function user(server: string, uin: number, contacts: readonly number[] = []): Promise<User> {
  const somebody = await connect({ server, uin, password, contacts: [...contacts] })
  cleanUp.push(() => somebody.signOff())
  return somebody
}
const web = (http = place.server.http) => `ws://${http}/datagrams`
const udp = ({ host, port }: StartedServer = place.server) => `${host}:${port}`

async function line(to = place.server.http!): Promise<CuttableLine> {
  const opened = await openCut(to)
  cleanUp.push(() => opened.close())
  return opened
}

/** What somebody is told about a contact, in order. */
function sightings(watcher: User, of: number): string[] {
  const seen: string[] = []
  for (const type of ['online', 'statusChanged', 'offline'] as const) {
    watcher.on(type, ({ uin }) => {
      if (uin === of) seen.push(type)
    })
  }
  return seen
}

/** A WebSocket without a client behind it. */
const socket = (options: { readonly headers?: Record<string, string> } = {}) => {
  const opened = new WebSocket(web(), options)
  opened.on('error', () => {})
  cleanUp.push(() => opened.terminate())
  return opened
}

/** What a user is told, as texts. */
function textsOf(user: User): string[] {
  const texts: string[] = []
  user.on('message', ({ text }) => texts.push(text))
  return texts
}

const hidden = { ip: '0.0.0.0', port: 0, realIp: '0.0.0.0', flag: 6 }

test('two in browsers and one with a client of the time talk, and nobody learns where a browser is', async () => {
  const [annUin, bobUin] = [place.newUin(), place.newUin()]
  const carol = await place.signedOn()
  await carol.command(code.contacts, uins(annUin))
  const [ann, bob] = [await user(web(), annUin, [bobUin]), await user(web(), bobUin, [annUin, carol.uin])]
  const [toAnn, toBob] = [textsOf(ann), textsOf(bob)]
  expect(readOnline((await carol.expect(code.online)).body)).toMatchObject({ uin: annUin, ...hidden })
  await vi.waitUntil(() => [annUin, carol.uin].every((uin) => bob.contacts.get(uin)?.status === 'online'), patience)
  await ann.send(bobUin, 'hello')
  await bob.send(annUin, 'hello, too')
  await ann.send(carol.uin, 'and you?')
  expect(readMessage((await carol.expect(code.message)).body)).toMatchObject({ from: annUin, text: 'and you?' })
  await carol.command(code.sendMessage, messageBody(annUin, 'well'))
  await vi.waitUntil(() => toAnn.length === 2 && toBob.length === 1, patience)
  expect([toAnn, toBob]).toEqual([['hello, too', 'well'], ['hello']])
})

test('whose connection is cut comes back; nobody sees them leave, and nothing is lost', async () => {
  const wire = await line()
  const [annUin, bobUin] = [place.newUin(), place.newUin()]
  const ann = await user(web(wire.address), annUin, [bobUin])
  const bob = await user(udp(), bobUin, [annUin])
  await vi.waitUntil(() => bob.contacts.get(annUin)?.status === 'online', patience)
  const [toAnn, seen] = [textsOf(ann), sightings(bob, annUin)]
  const said: string[] = []
  for (let round = 0; round < 2; round++) {
    wire.cut()
    for (const text of [`${round} a`, `${round} b`]) {
      said.push(text)
      await bob.send(annUin, text)
    }
    await vi.waitUntil(() => new Set(toAnn).size === said.length, patience)
  }
  // What was shown, and whose acknowledgement was cut off, is shown again.
  expect([[...new Set(toAnn)], seen]).toEqual([said, []])
})

test('whoever closes the page is signed off as soon as the goodbye is heard', async () => {
  const [annUin, bobUin] = [place.newUin(), place.newUin()]
  const bob = await user(udp(), bobUin, [annUin])
  const seen = sightings(bob, annUin)
  await (await user(web(), annUin)).signOff()
  await vi.waitUntil(() => seen.includes('offline'), patience)
  expect(seen).toEqual(['online', 'offline'])
})

test('a number is for whoever is near, and nobody is near who comes through a proxy that is not trusted', async () => {
  const registering = async (headers: Record<string, string>) => {
    const opened = socket({ headers })
    const heard: number[] = []
    opened.on('message', (bytes: Buffer) => heard.push(bytes.readUInt16LE(2)))
    await once(opened, 'open')
    opened.send(join(u16(2), u16(code.register), u16(1), registerBody('secret')))
    await vi.waitUntil(() => heard.some((command) => command !== code.ack), patience)
    return heard.find((command) => command !== code.ack)
  }
  expect(await registering({})).toBe(code.newUin)
  expect(await registering({ 'x-forwarded-for': '127.0.0.1' })).toBe(code.tryAgain)
  const card = async (headers: Record<string, string>) =>
    (await fetch(`http://${place.server.http}/server.json`, { headers })).json()
  const { port } = place.server
  expect(await card({})).toMatchObject({ name: 'Seekyou', registration: 'lan', mayRegister: true, udpPort: port })
  expect(await card({ 'x-forwarded-for': '127.0.0.1' })).toMatchObject({ mayRegister: false })
})

test('asides are for whoever is signed on', async () => {
  const opened = socket()
  await once(opened, 'open')
  opened.send('{"id":1,"name":"settings","ask":{}}')
  const [answer] = (await once(opened, 'message')) as [Buffer]
  expect(JSON.parse(answer.toString())).toEqual({ id: 1, refused: 'Sign on first.' })
})

test('a page of another site is refused, and a message that no client would send ends the connection', async () => {
  const foreign = socket({ headers: { origin: 'https://evil.example' } })
  const [, { statusCode }] = (await once(foreign, 'unexpected-response')) as [unknown, { statusCode: number }]
  expect(statusCode).toBe(403)
  const long = socket({ headers: { origin: `http://${place.server.http}` } })
  await once(long, 'open')
  long.send(new Uint8Array(16_385))
  expect((await once(long, 'close'))[0]).toBe(1009)
})

test('a browser that does not read keeps nobody waiting', async () => {
  const [annUin, bobUin] = [place.newUin(), place.newUin()]
  const slow = socket()
  await once(slow, 'open')
  slow.pause()
  const asking = join(u16(2), u16(code.openRegistration), u16(1))
  for (let count = 0; count < 5_000; count++) slow.send(asking)
  const [ann, bob] = [await user(web(), annUin), await user(web(), bobUin)]
  const toBob = textsOf(bob)
  await ann.send(bobUin, 'quick')
  await vi.waitUntil(() => toBob.length === 1, patience)
})

test.each(['stop', 'kill'] as const)(
  'after a restart (%s) everybody is back, nobody was seen to leave, and every message has come',
  async (how) => {
    const data = await newDataFolder()
    cleanUp.push(() => removeDataFolder(data))
    await importUsers(data, 1_001, 2)
    let server = await startServer(data, { flags: onHttp })
    cleanUp.push(() => server.kill())
    const ann = await user(web(server.http), 1_001, [1_002])
    const bob = await user(udp(server), 1_002, [1_001])
    await vi.waitUntil(() => bob.contacts.get(1_001)?.status === 'online', patience)
    const [toAnn, seen] = [textsOf(ann), sightings(bob, 1_001)]
    const { http, port } = server
    await server[how]()
    server = await startServer(data, { port, flags: ['--http', http!] })
    await bob.send(1_001, 'still there?')
    await vi.waitUntil(() => toAnn.length === 1, patience)
    expect([toAnn, seen]).toEqual([['still there?'], []])
  },
)

test('the operator sees who is here from where, and what was counted', async () => {
  await user(web(), place.newUin())
  const { stdout } = await runSeekyou(['status', '--json', '--data', place.server.data])
  const { counters } = JSON.parse(stdout) as { counters: Record<string, number> }
  expect(counters.webSocketsOpened).toBeGreaterThan(0)
  expect(counters.webSocketsForeign).toBe(1)
})

test('pages are strict, and say so when they have not been built', async () => {
  const { status, headers } = await fetch(`http://${place.server.http}/`)
  expect([200, 503]).toContain(status)
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/)
  expect((await fetch(`http://${place.server.http}/admin.html`)).ok).toBe(false)
})

test('without HTTP nothing listens for browsers, and people are told nothing of it', async () => {
  const data = await newDataFolder()
  cleanUp.push(() => removeDataFolder(data))
  const server = await startServer(data, { flags: ['--http', 'off', '--admin-http', 'off'] })
  cleanUp.push(() => server.stop())
  expect(server.greeting).not.toMatch(/^(http|admin) |browser/m)
})

test('a port that is taken, and half a certificate, are told in one sentence', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  cleanUp.push(() => taken.close())
  const { port } = taken.address() as AddressInfo
  const data = await newDataFolder()
  cleanUp.push(() => removeDataFolder(data))
  const serve = async (...flags: string[]) => {
    const { exitCode, stderr } = await runSeekyou(['serve', '--udp', '127.0.0.1:0', '--data', data, ...flags])
    return `${exitCode} ${stderr}`
  }
  for (const flag of ['--http', '--admin-http']) {
    expect(await serve(flag, `127.0.0.1:${port}`)).toBe(
      `1 seekyou: TCP port ${port} on 127.0.0.1 is in use by another program: stop it, or choose another port with ${flag} HOST:PORT, or none with ${flag} off.\n`,
    )
  }
  expect(await serve('--http', '127.0.0.1:0', '--tls-cert', 'cert.pem')).toBe(
    '2 seekyou: A certificate and its private key belong together: add --tls-key FILE.\n',
  )
  expect(await serve('--http', '127.0.0.1:0', '--tls-cert', 'cert.pem', '--tls-key', 'key.pem')).toMatch(
    /^1 seekyou: \S+cert\.pem cannot be read .*: name a PEM file that this user may read\.\n$/,
  )
})
