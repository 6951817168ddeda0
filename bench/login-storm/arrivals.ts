// Clients that sign on all at once, each from an address and a socket of its own, as after a power cut.
import { createSocket, type Socket } from 'node:dgram'
import { setTimeout as delay } from 'node:timers/promises'
import { code, loginBody, u16, u32 } from '../../e2e/bytes.ts'
import { password } from '../../e2e/started-server.ts'
import { loopbackAddress } from './loopback-address.ts'

/** What came of one round of sign-ons. */
export interface ArrivalFigures {
  /** How many were on line when the last of them was, or when nobody waited any longer. */
  readonly onLine: number
  readonly seconds: number
  /** Sign-ons that were sent again because no answer came. */
  readonly repeated: number
  /** Answers that said no. */
  readonly refused: number
}

/** As clients do. A real one gives up in between, and its user begins again. */
const repeatMs = 10_000
/** All at once would be one burst that no socket's buffer holds. */
const burst = 50
const betweenBurstsMs = 2
const refusals: ReadonlySet<number> = new Set([code.badPassword, code.tryAgain, code.notConnected])

export class Arrivals {
  readonly #first: number
  readonly #sockets: Socket[] = []
  readonly #isAcknowledged: Uint8Array
  readonly #isOnLine: Uint8Array
  #sequence = 0
  #onLine = 0
  #refused = 0
  /** Datagrams sent so far. */
  sent = 0

  constructor(first: number, users: number) {
    this.#first = first
    this.#isAcknowledged = new Uint8Array(users)
    this.#isOnLine = new Uint8Array(users)
  }

  async open(port: number): Promise<void> {
    for (const client of this.#isOnLine.keys()) {
      const socket = createSocket('udp4')
      this.#sockets.push(socket)
      await new Promise<void>((resolve) => socket.bind(0, loopbackAddress(1, client), resolve))
      await new Promise<void>((resolve) => socket.connect(port, '127.0.0.1', resolve))
      socket.on('message', (datagram) => this.#receive(client, datagram))
    }
  }

  /** Signs everybody on, under the next number of their commands, and waits at most so many milliseconds. */
  async signOn(patienceMs: number): Promise<ArrivalFigures> {
    this.#isAcknowledged.fill(0)
    this.#isOnLine.fill(0)
    this.#onLine = this.#refused = 0
    this.#sequence += 1
    const users = this.#sockets.length
    const begun = performance.now()
    const dueAt = new Float64Array(users).fill(begun)
    let asked = 0
    for (let now = begun; this.#onLine < users && now - begun < patienceMs; now = performance.now()) {
      const due = [...this.#due(dueAt, now)]
      for (const client of due) {
        dueAt[client] = now + repeatMs
        this.#send(client, code.login, this.#sequence, loginBody({ password }))
      }
      asked += due.length
      await delay(betweenBurstsMs)
    }
    const seconds = (performance.now() - begun) / 1000
    return { onLine: this.#onLine, seconds, repeated: asked - users, refused: this.#refused }
  }

  close(): void {
    for (const socket of this.#sockets) socket.close()
  }

  *#due(dueAt: Float64Array, now: number): Iterable<number> {
    for (let client = 0, found = 0; client < dueAt.length && found < burst; client++) {
      if (this.#isOnLine[client] || dueAt[client]! > now) continue
      found += 1
      yield client
    }
  }

  #receive(client: number, datagram: Buffer): void {
    const command = datagram.readUInt16LE(2)
    const sequence = datagram.readUInt16LE(4)
    if (command === code.ack && sequence === this.#sequence) this.#isAcknowledged[client] = 1
    if (refusals.has(command)) this.#refused += 1
    if (command !== code.loginReply) return
    this.#send(client, code.ack, sequence)
    // Without the ACK it may be a late copy of the last round's answer.
    if (!this.#isAcknowledged[client] || this.#isOnLine[client]) return
    this.#isOnLine[client] = 1
    this.#onLine += 1
  }

  #send(client: number, command: number, sequence: number, body: Buffer = Buffer.alloc(0)): void {
    this.sent += 1
    this.#sockets[client]!.send(Buffer.concat([u16(2), u16(command), u16(sequence), u32(this.#first + client), body]))
  }
}
