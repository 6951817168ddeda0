// Many clients in one process, each with a socket of its own. Everything they send is written once and only its numbers are
// changed, so that the crowd costs less than what it measures.
import { createSocket, type Socket } from 'node:dgram'
import { setTimeout as delay } from 'node:timers/promises'
import { code, loginBody, messageBody, u16, u32 } from '../../e2e/bytes.ts'
import { password } from '../../e2e/started-server.ts'

export interface CrowdOptions {
  readonly port: number
  readonly users: number
  /** The number of the first user; the others follow. */
  readonly first: number
  /** How long recipients wait before they acknowledge, in milliseconds. 0: not at all. */
  readonly slownessMs: number
  /** Called when a message has been shown for the first time, and when its sender has been acknowledged. */
  readonly onShown: (sender: number) => void
  readonly onAcknowledged: (sender: number) => void
}

/** Where the text of a message begins in a datagram, and how long it is. */
const textAt = 18
const textLength = 64
/** A message's count, six bits in each letter of its text from here on: no NUL and no FE among them. */
const countLetters = 5
/** The numbers 1 and 2 belong to the login and to the request for stored messages. */
const commandsBefore = 2
/** As clients do: ten seconds, six sends. */
const resendMs = 10_000
const sendsMax = 6
/** How often a client asks to be signed on, once a second. */
const asksMax = 20

/**
 * The clients 0 to `users` − 1. Each writes to the next one, and never has more than one message under way: it is over when the
 * recipient has been shown it and the sender has its ACK.
 */
export class Crowd {
  readonly #options: CrowdOptions
  readonly #sockets: Socket[] = []
  readonly #messages: Buffer[] = []
  readonly #acks: Buffer[] = []
  /** The count of each client's last message; 0 before the first. */
  readonly #sent: Uint32Array
  readonly #acknowledged: Uint32Array
  /** By sender: the last message that its recipient was shown. */
  readonly #shown: Uint32Array
  readonly #sends: Uint8Array
  readonly #sentAt: Float64Array
  readonly #late: { readonly client: number; readonly sequence: number; readonly at: number }[] = []
  #lateFrom = 0
  #onReply: (client: number) => void = () => {}
  /** Messages shown for the first time. */
  shown = 0
  /** Messages shown more than once. */
  repeated = 0
  /** Messages that were sent again because no ACK came. */
  resent = 0
  /** What the server itself said (refusals, and notices from its own number). */
  complaints = 0

  constructor(options: CrowdOptions) {
    this.#options = options
    const { users } = options
    this.#sent = new Uint32Array(users)
    this.#acknowledged = new Uint32Array(users)
    this.#shown = new Uint32Array(users)
    this.#sends = new Uint8Array(users)
    this.#sentAt = new Float64Array(users)
  }

  /** Opens all sockets, signs everybody on, 32 at a time, and fetches what is stored for them. */
  async signOn(): Promise<void> {
    const { users, port, first } = this.#options
    for (let client = 0; client < users; client++) {
      const recipient = first + ((client + 1) % users)
      this.#messages.push(this.#datagram(client, code.sendMessage, 0, messageBody(recipient, 'm'.repeat(textLength))))
      this.#acks.push(this.#datagram(client, code.ack, 0))
      const socket = createSocket('udp4')
      this.#sockets.push(socket)
      await new Promise<void>((resolve) => socket.connect(port, '127.0.0.1', resolve))
      socket.on('message', (datagram) => this.#receive(client, datagram))
    }
    const waiting = new Map<number, () => void>()
    this.#onReply = (client) => waiting.get(client)?.()
    const ask = async (client: number, question: Buffer): Promise<void> => {
      const answered = new Promise<void>((resolve) => waiting.set(client, resolve))
      for (let time = 0; time < asksMax; time++) {
        this.#sockets[client]!.send(question)
        const gaveUp = new AbortController()
        const second = delay(1_000, 'again', { signal: gaveUp.signal }).catch(() => 'again')
        if ((await Promise.race([answered, second])) !== 'again') {
          gaveUp.abort()
          return
        }
      }
      throw new Error(`the server has not answered client ${client}`)
    }
    const queue = this.#sockets.keys()
    const work = async (): Promise<void> => {
      for (const client of queue) {
        await ask(client, this.#datagram(client, code.login, 1, loginBody({ password })))
        await ask(client, this.#datagram(client, code.fetchStored, 2))
      }
    }
    await Promise.all(Array.from({ length: 32 }, work))
  }

  #datagram(client: number, command: number, sequence: number, body: Buffer = Buffer.alloc(0)): Buffer {
    return Buffer.concat([u16(2), u16(command), u16(sequence), u32(this.#options.first + client), body])
  }

  /** True when this client's last message is over. */
  isFree(client: number): boolean {
    return this.#acknowledged[client] === this.#sent[client] && this.#shown[client] === this.#sent[client]
  }

  /** Lets a client write its next message. The client must be free. */
  write(client: number, now: number): void {
    const count = ++this.#sent[client]!
    const datagram = this.#messages[client]!
    const sequence = count + commandsBefore
    datagram[4] = sequence
    datagram[5] = sequence >>> 8
    for (let letter = 0; letter < countLetters; letter++)
      datagram[textAt + letter] = 0x40 | ((count >>> (6 * letter)) & 0x3f)
    this.#sends[client] = 1
    this.#sentAt[client] = now
    this.#sockets[client]!.send(datagram)
  }

  /** Sends what has had no ACK for ten seconds again, at most six times in all. */
  resend(now: number): void {
    for (let client = 0; client < this.#sockets.length; client++) {
      const isWaiting = this.#acknowledged[client] !== this.#sent[client]
      if (!isWaiting || now - this.#sentAt[client]! < resendMs || this.#sends[client]! >= sendsMax) continue
      this.#sends[client]! += 1
      this.#sentAt[client] = now
      this.resent += 1
      this.#sockets[client]!.send(this.#messages[client]!)
    }
  }

  /** Sends the acknowledgements that slow recipients have held back for long enough. */
  acknowledgeLate(now: number): void {
    let from = this.#lateFrom
    for (let next = this.#late[from]; next !== undefined && next.at <= now; next = this.#late[++from]) {
      this.#acknowledge(next.client, next.sequence)
    }
    this.#lateFrom = from
    if (from > 10_000) {
      this.#late.splice(0, from)
      this.#lateFrom = 0
    }
  }

  close(): void {
    for (const socket of this.#sockets) socket.close()
  }

  #receive(client: number, datagram: Buffer): void {
    const command = datagram[2]! | (datagram[3]! << 8)
    const sequence = datagram[4]! | (datagram[5]! << 8)
    switch (command) {
      case code.ack:
        if (
          sequence === ((this.#sent[client]! + commandsBefore) & 0xffff) &&
          this.#acknowledged[client] !== this.#sent[client]
        ) {
          this.#acknowledged[client] = this.#sent[client]!
          this.#options.onAcknowledged(client)
        }
        return
      case code.message:
        if (this.#options.slownessMs > 0) {
          this.#late.push({ client, sequence, at: performance.now() + this.#options.slownessMs })
        } else this.#acknowledge(client, sequence)
        this.#show(client, datagram)
        return
      case code.stored:
        this.#acknowledge(client, sequence)
        return
      case code.loginReply:
      case code.storedEnd:
        this.#acknowledge(client, sequence)
        this.#onReply(client)
        return
      default:
        this.complaints += 1
    }
  }

  #acknowledge(client: number, sequence: number): void {
    const ack = this.#acks[client]!
    ack[4] = sequence
    ack[5] = sequence >>> 8
    this.#sockets[client]!.send(ack)
  }

  #show(client: number, datagram: Buffer): void {
    const { users, first } = this.#options
    const sender = (client + users - 1) % users
    if (datagram.readUInt32LE(6) !== first + sender) {
      this.complaints += 1
      return
    }
    // A message to a user has no recipient's number in it: its text begins four bytes before a message from one.
    let count = 0
    for (let letter = countLetters - 1; letter >= 0; letter--)
      count = (count << 6) | (datagram[textAt - 4 + letter]! & 0x3f)
    if (count !== this.#shown[sender]! + 1) {
      this.repeated += 1
      return
    }
    this.#shown[sender] = count
    this.shown += 1
    this.#options.onShown(sender)
  }
}
