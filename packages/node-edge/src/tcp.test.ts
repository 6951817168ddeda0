import { createServer, connect as dial, type Server, type Socket } from 'node:net'
import { parseIp4 } from '@seekyou/language'
import { afterEach, expect, test, vi } from 'vitest'
import { openTcp, type Tcp, type TcpInput } from './tcp.ts'

const loopback = parseIp4('127.0.0.1') as number
const cleanUp: (() => unknown)[] = []

afterEach(async () => {
  for (const close of cleanUp.splice(0).reverse()) await close()
})

class Machine {
  readonly heard: TcpInput[] = []
  readonly tcp: Tcp
  #connections = 0

  constructor(socketsMax?: number) {
    const host = '127.0.0.1'
    this.tcp = openTcp({ tell: (input) => this.heard.push(input), host, ...(socketsMax && { socketsMax }) })
    cleanUp.push(() => this.tcp.close())
  }

  /** Everything of one kind. */
  told<Kind extends TcpInput['kind']>(kind: Kind): Extract<TcpInput, { kind: Kind }>[] {
    return this.heard.filter((input) => input.kind === kind) as Extract<TcpInput, { kind: Kind }>[]
  }

  text(connection: number): string {
    const parts = this.told('received').filter((input) => input.connection === connection)
    return parts.map(({ bytes }) => Buffer.from(bytes).toString('latin1')).join('')
  }

  async listen(ports: readonly [number, number] = [0, 0], listener = 1): Promise<number> {
    this.tcp.carryOut({ kind: 'listen', listener, ports })
    await vi.waitUntil(() => this.told('listening').some((input) => input.listener === listener))
    return this.told('listening').find((input) => input.listener === listener)!.port
  }

  connect(port: number, ip = loopback): number {
    this.#connections += 1
    this.tcp.carryOut({ kind: 'connect', connection: this.#connections, ip, port })
    return this.#connections
  }

  write(connection: number, text: string): void {
    this.tcp.carryOut({ kind: 'write', connection, bytes: new Uint8Array(Buffer.from(text, 'latin1')) })
  }
}

/** Two machines with a connection between them. */
async function pair() {
  const [ann, bob] = [new Machine(), new Machine()]
  const out = ann.connect(await bob.listen())
  await vi.waitUntil(() => ann.told('connected').length === 1 && bob.told('incoming').length === 1)
  return { ann, bob, out, came: bob.told('incoming')[0]!.connection }
}

/** Somebody who speaks TCP without a machine. */
async function stranger(port: number): Promise<Socket> {
  const socket = dial({ port, host: '127.0.0.1' })
  cleanUp.push(() => socket.destroy())
  await new Promise((resolve) => socket.once('connect', resolve))
  return socket
}

async function listeningStranger(accept: (socket: Socket) => void): Promise<{ server: Server; port: number }> {
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket)
    accept(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cleanUp.push(() => {
    for (const socket of sockets) socket.destroy()
    return new Promise((resolve) => server.close(resolve))
  })
  return { server, port: (server.address() as { port: number }).port }
}

test('bytes go both ways over one connection; whoever came in has a negative number and an address', async () => {
  const { ann, bob, out, came } = await pair()
  expect([out, came]).toEqual([1, -1])
  expect(bob.told('incoming')).toEqual([{ kind: 'incoming', listener: 1, connection: -1, from: loopback }])
  ann.write(out, 'hello')
  bob.write(came, 'good day')
  await vi.waitUntil(() => bob.text(came) === 'hello' && ann.text(out) === 'good day')
  expect(bob.told('received')[0]!.bytes.constructor).toBe(Uint8Array)
})

test('drained is told once everything has left, once for several writes', async () => {
  const { ann, bob, out, came } = await pair()
  for (let count = 0; count < 5; count++) ann.write(out, 'x'.repeat(100_000))
  await vi.waitUntil(() => bob.text(came).length === 500_000)
  await vi.waitUntil(() => ann.told('drained').length > 0)
  expect(ann.told('drained')).toHaveLength(1)
})

test('close ends a connection after what was written, and only the other side is told', async () => {
  const { ann, bob, out, came } = await pair()
  ann.write(out, 'y'.repeat(2_000_000))
  ann.tcp.carryOut({ kind: 'close', connection: out })
  ann.write(out, 'too late')
  await vi.waitUntil(() => bob.told('closed').length === 1)
  expect(bob.text(came)).toHaveLength(2_000_000)
  expect(bob.heard.at(-1)).toEqual({ kind: 'closed', connection: came })
  expect(ann.told('closed')).toEqual([])
  expect(ann.told('drained')).toEqual([])
})

test('whoever has said their last byte still gets the answer', async () => {
  const bob = new Machine()
  const socket = await stranger(await bob.listen())
  let answer = ''
  socket.setEncoding('latin1').on('data', (text) => {
    answer += text
  })
  await vi.waitUntil(() => bob.told('incoming').length === 1)
  bob.write(-1, 'answer')
  socket.end('question')
  await new Promise((resolve) => socket.once('close', resolve))
  expect(answer).toBe('answer')
  expect(bob.text(-1)).toBe('question')
  expect(bob.told('closed')).toHaveLength(1)
})

test('a paused connection is read when it is resumed, in order', async () => {
  const { ann, bob, out, came } = await pair()
  bob.tcp.carryOut({ kind: 'pause', connection: came })
  const much = Array.from({ length: 2_000 }, (_, index) => `${index} `).join('')
  for (let count = 0; count < 20; count++) ann.write(out, much)
  // What goes the other way is not held up, and shows that time has passed.
  bob.write(came, 'are you there?')
  await vi.waitUntil(() => ann.text(out) === 'are you there?')
  expect(bob.text(came)).toBe('')
  bob.tcp.carryOut({ kind: 'resume', connection: came })
  await vi.waitUntil(() => bob.text(came).length === 20 * much.length)
  expect(bob.text(came)).toBe(much.repeat(20))
})

test('a broken connection is closed, once', async () => {
  const bob = new Machine()
  const socket = await stranger(await bob.listen())
  await vi.waitUntil(() => bob.told('incoming').length === 1)
  bob.write(-1, 'hello')
  socket.resetAndDestroy()
  await vi.waitUntil(() => bob.told('closed').length > 0)
  bob.write(-1, 'anybody there?')
  const [ann, port] = [new Machine(), await bob.listen([0, 0], 2)]
  await vi.waitUntil(() => bob.told('listening').length === 2)
  ann.connect(port)
  await vi.waitUntil(() => bob.told('incoming').length === 2)
  expect(bob.told('closed')).toEqual([{ kind: 'closed', connection: -1 }])
})

test('where nobody listens, and where nobody can', async () => {
  const [ann, bob] = [new Machine(), new Machine()]
  const port = await bob.listen()
  bob.tcp.carryOut({ kind: 'unlisten', listener: 1 })
  const attempts = [ann.connect(port), ann.connect(0), ann.connect(70_000), ann.connect(port, 0)]
  expect(ann.heard).toEqual([])
  await vi.waitUntil(() => ann.told('closed').length === 4)
  expect(
    ann
      .told('closed')
      .map(({ connection }) => connection)
      .sort(),
  ).toEqual(attempts)
})

test('an attempt that is given up is not told of any more', async () => {
  const { port } = await listeningStranger(() => {})
  const ann = new Machine()
  const first = ann.connect(port)
  ann.tcp.carryOut({ kind: 'close', connection: first })
  const second = ann.connect(port)
  await vi.waitUntil(() => ann.told('connected').length === 1)
  expect(ann.heard).toEqual([{ kind: 'connected', connection: second }])
})

test('the first free port of a range, and none', async () => {
  const [ann, bob, cyd] = [new Machine(), new Machine(), new Machine()]
  const port = await ann.listen()
  const next = await bob.listen([port, Math.min(65_535, port + 50)])
  expect(next).toBeGreaterThan(port)
  cyd.tcp.carryOut({ kind: 'listen', listener: 7, ports: [port, port] })
  await vi.waitUntil(() => cyd.heard.length > 0)
  expect(cyd.heard).toEqual([{ kind: 'notListening', listener: 7 }])
})

test('whoever listens no more keeps the connections that came in, and the port is free', async () => {
  const { ann, bob, out, came } = await pair()
  const port = bob.told('listening')[0]!.port
  bob.tcp.carryOut({ kind: 'unlisten', listener: 1 })
  expect(await bob.listen([port, port], 2)).toBe(port)
  ann.write(out, 'still here')
  await vi.waitUntil(() => bob.text(came) === 'still here')
})

test('an answer to `listen` that is not wanted any more is not given', async () => {
  const bob = new Machine()
  bob.tcp.carryOut({ kind: 'listen', listener: 1, ports: [0, 0] })
  bob.tcp.carryOut({ kind: 'unlisten', listener: 1 })
  await bob.listen([0, 0], 2)
  expect(bob.heard).toHaveLength(1)
})

test('more sockets than allowed are turned away, and counted', async () => {
  const [ann, bob] = [new Machine(), new Machine(3)]
  const port = await bob.listen()
  for (let count = 0; count < 5; count++) ann.connect(port)
  await vi.waitUntil(() => ann.told('closed').length === 3)
  expect(bob.told('incoming')).toHaveLength(2)
  bob.connect(port)
  await vi.waitUntil(() => bob.told('closed').length === 1)
  expect(bob.tcp.counts.refused).toBe(4)
  // A place that becomes free is given to the next one.
  bob.tcp.carryOut({ kind: 'close', connection: -1 })
  await vi.waitUntil(() => {
    ann.connect(port)
    return bob.told('incoming').length === 3
  })
})

test('the end of all frees the ports, hands over what was written, and nothing more is told', async () => {
  const { ann, bob, out, came } = await pair()
  const port = bob.told('listening')[0]!.port
  bob.write(came, 'goodbye')
  await bob.tcp.close()
  const told = bob.heard.length
  await vi.waitUntil(() => ann.told('closed').length === 1)
  expect(ann.text(out)).toBe('goodbye')
  bob.tcp.carryOut({ kind: 'listen', listener: 9, ports: [0, 0] })
  const cyd = new Machine()
  expect(await cyd.listen([port, port])).toBe(port)
  expect(bob.heard).toHaveLength(told)
})
