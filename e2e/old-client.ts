// A client that behaves on the wire as the original ones did: it counts its commands, sends them again until they are
// acknowledged, acknowledges, and shows what comes again under a known number only once. It costs little, so that a thousand fit
// beside the server they observe, and it lives on when the server dies.
import { createSocket, type Socket } from 'node:dgram'
import { crc32 } from 'node:zlib'
import { code, u16, u32 } from './bytes.ts'
import type { Endpoint, Received } from './raw-client.ts'

export interface OldClientOptions {
  /** The address of the machine that it runs on. */
  readonly host?: string
  /** When a command without an ACK is sent again, in milliseconds; asked each time. By default ten seconds. */
  readonly resendMs?: () => number
  /** How often a command is sent before it is given up; by default six times. */
  readonly timesMax?: number
}

interface UnderWay {
  readonly bytes: Buffer
  readonly acknowledged: (() => void) | undefined
  times: number
  dueAt: number
}

/** So many of the server's numbers are remembered: far more than it may have under way, and less than there are. */
const numbersMax = 1_024

/** What says that this client is not, or no more, signed on. Real clients acknowledge none of these. */
const refusals: ReadonlySet<number> = new Set([code.forcedOffline, code.badPassword, code.notConnected, code.tryAgain])

export class OldClient {
  readonly uin: number
  /** Called for every packet that is new on this link, before it is acknowledged. */
  hears: (packet: Received) => void = () => {}
  /** Whether a packet is acknowledged as soon as it comes, repetitions included. */
  acknowledges: (packet: Received) => boolean = () => true
  /** Called when the server says that this client is not signed on. */
  isRefused: (command: number) => void = () => {}
  /** Called for another packet under a number that this link has seen. */
  isContradicted: (packet: Received) => void = () => {}
  /** What was sent to this client again, what this client has sent again, and what it has given up. */
  readonly counts = { repeated: 0, resent: 0, unanswered: 0 }
  readonly #server: Endpoint
  readonly #options: OldClientOptions
  readonly #underWay = new Map<number, UnderWay>()
  /** Fingerprints of what came on this link, by number. */
  readonly #numbers = new Map<number, number>()
  #socket: Socket | undefined
  #nextSequence = 1

  constructor(uin: number, server: Endpoint, options: OldClientOptions = {}) {
    this.uin = uin
    this.#server = server
    this.#options = options
  }

  /** Begins anew, from a new port. */
  async open(): Promise<void> {
    this.close()
    this.#nextSequence = 1
    this.#numbers.clear()
    const socket = createSocket('udp4')
    socket.on('message', (bytes) => this.#receive(bytes))
    // What does not arrive is sent again, for whatever reason it did not.
    socket.on('error', () => {})
    this.#socket = socket
    await new Promise<void>((resolve) => socket.bind(0, this.#options.host ?? '127.0.0.1', resolve))
  }

  close(): void {
    this.#underWay.clear()
    this.#socket?.close()
    this.#socket = undefined
  }

  get isOpen(): boolean {
    return this.#socket !== undefined
  }

  /** Nothing waits for an ACK. */
  get isSettled(): boolean {
    return this.#underWay.size === 0
  }

  /** Sends a command, again and again until it is acknowledged. */
  send(command: number, body: Buffer = Buffer.alloc(0), acknowledged?: () => void): void {
    const sequence = this.#nextSequence
    this.#nextSequence = (sequence + 1) & 0xffff
    const bytes = this.#packet(command, sequence, body)
    this.#underWay.set(sequence, { bytes, acknowledged, times: 1, dueAt: performance.now() + this.#resendMs() })
    this.#transmit(bytes)
  }

  /** Acknowledges a packet of the server. */
  ack({ sequence }: Received): void {
    this.#transmit(this.#packet(code.ack, sequence))
  }

  /** Sends again what is due. To be called now and then. */
  tick(now: number): void {
    for (const [sequence, underWay] of this.#underWay) {
      if (now < underWay.dueAt) continue
      if (underWay.times === (this.#options.timesMax ?? 6)) {
        this.counts.unanswered += 1
        this.#underWay.delete(sequence)
        continue
      }
      underWay.times += 1
      underWay.dueAt = now + this.#resendMs()
      this.counts.resent += 1
      this.#transmit(underWay.bytes)
    }
  }

  #receive(bytes: Buffer): void {
    const packet: Received = {
      code: bytes.readUInt16LE(2),
      sequence: bytes.readUInt16LE(4),
      body: bytes.subarray(6),
      bytes,
    }
    if (packet.code === code.ack) {
      const underWay = this.#underWay.get(packet.sequence)
      this.#underWay.delete(packet.sequence)
      underWay?.acknowledged?.()
    } else if (refusals.has(packet.code)) this.isRefused(packet.code)
    else {
      if (this.#isNews(packet)) this.hears(packet)
      if (this.acknowledges(packet)) this.ack(packet)
    }
  }

  #isNews(packet: Received): boolean {
    const { sequence, bytes } = packet
    const fingerprint = crc32(bytes)
    const known = this.#numbers.get(sequence)
    if (known === fingerprint) {
      this.counts.repeated += 1
      return false
    }
    if (known !== undefined) this.isContradicted(packet)
    this.#numbers.set(sequence, fingerprint)
    if (this.#numbers.size > numbersMax) this.#numbers.delete(this.#numbers.keys().next().value!)
    return true
  }

  #packet(command: number, sequence: number, body: Buffer = Buffer.alloc(0)): Buffer {
    return Buffer.concat([u16(2), u16(command), u16(sequence), u32(this.uin), body])
  }

  #resendMs(): number {
    return this.#options.resendMs?.() ?? 10_000
  }

  #transmit(bytes: Buffer): void {
    this.#socket?.send(bytes, this.#server.port, this.#server.host)
  }
}
