// A client of 1998 in a test's hands: a real UDP socket that speaks raw bytes and remembers everything it hears. It waits for
// what must come, and never for time to pass.
import { createSocket, type Socket } from 'node:dgram'
import { code, type LoginFields, loginBody, u16, u32 } from './bytes.ts'

/** Where a server listens. */
export interface Endpoint {
  readonly host: string
  readonly port: number
}

/** A packet of the server. */
export interface Received {
  readonly code: number
  readonly sequence: number
  readonly body: Buffer
  /** The whole datagram. */
  readonly bytes: Buffer
}

interface Wait {
  readonly matches: (packet: Received) => boolean
  readonly resolve: (packet: Received) => void
  readonly reject: (error: Error) => void
}

/** Long enough for a machine that is busy with other things; reached only when something is wrong. */
const patienceMs = 15_000

/** What real clients do not acknowledge. */
const neverAcknowledged: ReadonlySet<number> = new Set([
  code.ack,
  code.forcedOffline,
  code.newUin,
  code.badPassword,
  code.notConnected,
  code.tryAgain,
])

/** Commands whose header has no UIN. */
const shortHeaders: ReadonlySet<number> = new Set([code.register, code.openRegistration])

export class RawClient {
  /** Everything that came, in order. */
  readonly log: Received[] = []
  /** Whether a packet is acknowledged as soon as it comes. By default everything is that real clients acknowledge. */
  acknowledges: (packet: Received) => boolean = () => true
  /** Called for every packet, before it is acknowledged. */
  hears: (packet: Received) => void = () => {}
  uin = 0
  readonly #socket: Socket
  readonly #server: Endpoint
  readonly #unread: Received[] = []
  readonly #waits = new Set<Wait>()
  #nextSequence = 1

  private constructor(socket: Socket, server: Endpoint) {
    this.#socket = socket
    this.#server = server
    socket.on('message', (bytes) => this.#receive(bytes))
  }

  /** A client with a port of its own that has said nothing yet. */
  static async open(server: Endpoint): Promise<RawClient> {
    const socket = createSocket('udp4')
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject)
      socket.bind(0, '127.0.0.1', resolve)
    })
    return new RawClient(socket, server)
  }

  get port(): number {
    return this.#socket.address().port
  }

  /** Closes the socket. Whoever still waits for something is told that it will not come. */
  close(): Promise<void> {
    for (const wait of this.#waits) wait.reject(new Error(`${this.uin} was closed`))
    return new Promise((resolve) => this.#socket.close(() => resolve()))
  }

  /** Sends these bytes as they are. */
  sendBytes(bytes: Buffer): void {
    this.#socket.send(bytes, this.#server.port, this.#server.host)
  }

  /** Sends a command and returns its number. `sequence` and `uin` are the client's own unless given. */
  send(command: number, body: Buffer = Buffer.alloc(0), header: { sequence?: number; uin?: number } = {}): number {
    const { sequence = this.takeSequence(), uin = this.uin } = header
    const who = shortHeaders.has(command) ? Buffer.alloc(0) : u32(uin)
    this.sendBytes(Buffer.concat([u16(2), u16(command), u16(sequence), who, body]))
    return sequence
  }

  /** The number of the client's next command. */
  takeSequence(): number {
    const sequence = this.#nextSequence
    this.#nextSequence = (sequence + 1) & 0xffff
    return sequence
  }

  /** Sends a command and waits until it is acknowledged. Returns its number. */
  async command(command: number, body?: Buffer): Promise<number> {
    const sequence = this.send(command, body)
    await this.expectAck(sequence)
    return sequence
  }

  /** Acknowledges a packet of the server. */
  ack({ sequence }: Received): void {
    this.send(code.ack, Buffer.alloc(0), { sequence })
  }

  /** Sends a LOGIN without waiting for anything, and returns its number. */
  sendLogin(uin: number, fields: LoginFields, header: { sequence?: number } = {}): number {
    this.uin = uin
    return this.send(code.login, loginBody(fields), header)
  }

  /** Signs on and returns the LOGIN_REPLY. */
  async login(uin: number, password: string, fields: Omit<LoginFields, 'password'> = {}): Promise<Received> {
    await this.expectAck(this.sendLogin(uin, { password, ...fields }))
    return this.expect(code.loginReply)
  }

  /** The first packet of this command, not yet expected by anybody, that `matches`; waits until there is one. */
  expect(command: number, matches: (packet: Received) => boolean = () => true): Promise<Received> {
    const wanted = (packet: Received): boolean => packet.code === command && matches(packet)
    const known = this.#unread.findIndex(wanted)
    if (known >= 0) return Promise.resolve(this.#unread.splice(known, 1)[0]!)
    return new Promise((resolve, reject) => {
      const wait: Wait = {
        matches: wanted,
        resolve: (packet) => end(() => resolve(packet)),
        reject: (error) => end(() => reject(error)),
      }
      const end = (then: () => void): void => {
        clearTimeout(timer)
        this.#waits.delete(wait)
        then()
      }
      const timer = setTimeout(() => wait.reject(new Error(this.#complaint(command))), patienceMs)
      this.#waits.add(wait)
    })
  }

  expectAck(sequence: number): Promise<Received> {
    return this.expect(code.ack, (packet) => packet.sequence === sequence)
  }

  /** So many packets of one command, in the order in which they came. */
  async expectMany(command: number, count: number): Promise<Received[]> {
    const packets: Received[] = []
    while (packets.length < count) packets.push(await this.expect(command))
    return packets
  }

  /**
   * Waits until everything is here that the server has sent to this address. Datagrams between two sockets of one machine
   * keep their order, and every server answers 04EC, with a link and without.
   */
  async caughtUp(): Promise<void> {
    await this.expectAck(this.send(code.openRegistration))
  }

  /** All packets of one command so far. */
  received(command: number): Received[] {
    return this.log.filter((packet) => packet.code === command)
  }

  /** Forgets what came so far, so that `log` shows what comes from here on. */
  forget(): void {
    this.log.length = 0
    this.#unread.length = 0
  }

  #receive(bytes: Buffer): void {
    const packet: Received = {
      code: bytes.readUInt16LE(2),
      sequence: bytes.readUInt16LE(4),
      body: bytes.subarray(6),
      bytes,
    }
    this.log.push(packet)
    this.hears(packet)
    if (!neverAcknowledged.has(packet.code) && this.acknowledges(packet)) this.ack(packet)
    for (const wait of this.#waits) {
      if (!wait.matches(packet)) continue
      wait.resolve(packet)
      return
    }
    this.#unread.push(packet)
  }

  #complaint(command: number): string {
    const heard = this.log.map((packet) => `${hex(packet.code)}#${packet.sequence}`).join(' ')
    return `${this.uin} waited in vain for ${hex(command)}. It has heard: ${heard || 'nothing'}`
  }
}

/** A command as it is written in the documentation. */
const hex = (command: number): string => command.toString(16).toUpperCase().padStart(4, '0')
