// The users of one crew and their sockets: numbers, acknowledgements, resends and duplicates, as clients of version 2 do it
// (docs/protocol/reliability.md), and cheaply, because the load shares its machine with the server.
import { clientFraming, clientPackets, renumber, serverPackets } from '@seekyou/wire'
import { noCounts } from './counts.ts'
import type { Concern, Pending, User } from './user.ts'
import { Window } from './window.ts'

/** What to do with one kind of packet. It has been acknowledged, and has not come before. */
export type Hearer = (user: User, datagram: Buffer, now: number, sequence: number) => void

const resendMs = 10_000
const sendsMax = 6
/** A client that has said nothing for so long says that it is still there. */
const keepAliveMs = 120_000
const ackCode = serverPackets.ack.code
const messageCode = serverPackets.deliveredMessage.code
const loginReplyCode = serverPackets.loginReply.code
/** What clients of the time did not acknowledge. */
const unacknowledged: ReadonlySet<number> = new Set(
  [
    serverPackets.forcedOffline,
    serverPackets.newUserUin,
    serverPackets.badPassword,
    serverPackets.notConnected,
    serverPackets.tryAgain,
    serverPackets.preAuthReply,
  ].map(({ code }) => code),
)
const nobodyAsks: Concern = { acknowledged() {} }

export class Crowd {
  readonly users: readonly User[]
  readonly counts = noCounts()
  /** What is measured at the moment. */
  readonly window = new Window()
  /** Hears of acknowledgements that belong to no pending command. */
  onOtherAck: (user: User, sequence: number) => void = () => {}
  readonly #hearers: (Hearer | undefined)[] = []
  readonly #slownessMs: number
  readonly #late: { readonly user: User; readonly sequence: number; readonly at: number }[] = []
  #lateFrom = 0
  readonly #timers: NodeJS.Timeout[]

  /** `slownessMs`: how long recipients wait before they acknowledge a message. */
  constructor(users: readonly User[], slownessMs: number) {
    this.users = users
    this.#slownessMs = slownessMs
    for (const user of users) {
      user.socket.on('message', (datagram) => this.#receive(user, datagram))
      user.socket.on('error', () => {
        this.counts.socketErrors += 1
      })
    }
    this.#timers = [setInterval(() => this.#careFor(performance.now()), 1_000)]
    if (slownessMs > 0) this.#timers.push(setInterval(() => this.#acknowledgeLate(performance.now()), 1))
  }

  /** The users who are signed on, in their order. */
  get onLine(): User[] {
    return this.users.filter(({ isOnLine }) => isOnLine)
  }

  /** Says who hears packets with this code from here on. */
  hear({ code }: { readonly code: number }, hearer: Hearer): void {
    this.#hearers[code] = hearer
  }

  /** Sends a command under the user's next number, again and again until it is acknowledged. */
  send(user: User, datagram: Uint8Array, concern: Concern, dueAt: number, now: number): void {
    const sequence = this.number(user, datagram)
    user.pending.push({ sequence, datagram, dueAt, concern, sentAt: now, sends: 1 })
    user.lastSentAt = now
    this.transmit(user, datagram)
  }

  /** Gives a command the user's next number. */
  number(user: User, datagram: Uint8Array): number {
    const sequence = (user.sequence + 1) & 0xffff
    user.sequence = sequence
    renumber(datagram, sequence)
    return sequence
  }

  transmit(user: User, datagram: Uint8Array): void {
    this.counts.datagramsOut += 1
    user.socket.send(datagram)
  }

  close(): void {
    for (const timer of this.#timers) clearInterval(timer)
    for (const user of this.users) user.socket.close()
  }

  #receive(user: User, datagram: Buffer): void {
    const { counts } = this
    counts.datagramsIn += 1
    if (datagram.length < 6) {
      counts.unexpected += 1
      return
    }
    const now = performance.now()
    const code = datagram[2]! | (datagram[3]! << 8)
    const sequence = datagram[4]! | (datagram[5]! << 8)
    if (code === ackCode) {
      this.#settle(user, sequence, now)
      return
    }
    if (!unacknowledged.has(code)) {
      if (code === messageCode && this.#slownessMs > 0) this.#late.push({ user, sequence, at: now + this.#slownessMs })
      else this.#acknowledge(user, sequence)
      // The answer to a sign-on begins the server's numbers, so whoever hears it looks after them.
      if (code !== loginReplyCode && !user.seen.isNew(sequence)) {
        counts.duplicates += 1
        return
      }
    }
    const hearer = this.#hearers[code]
    if (hearer === undefined) counts.unexpected += 1
    else hearer(user, datagram, now, sequence)
  }

  #settle(user: User, sequence: number, now: number): void {
    const { pending } = user
    for (let index = 0; index < pending.length; index++) {
      const one = pending[index]!
      if (one.sequence !== sequence) continue
      if (pending.length === 1) pending.pop()
      else pending.splice(index, 1)
      one.concern.acknowledged(user, one.dueAt, now)
      return
    }
    this.onOtherAck(user, sequence)
  }

  #acknowledge(user: User, sequence: number): void {
    user.ack ??= Buffer.from(clientFraming.ack(0, user.uin))
    const ack = Buffer.from(user.ack)
    renumber(ack, sequence)
    this.transmit(user, ack)
  }

  #acknowledgeLate(now: number): void {
    let from = this.#lateFrom
    for (let next = this.#late[from]; next !== undefined && next.at <= now; next = this.#late[++from])
      this.#acknowledge(next.user, next.sequence)
    this.#lateFrom = from
    if (from > 10_000) {
      this.#late.splice(0, from)
      this.#lateFrom = 0
    }
  }

  #careFor(now: number): void {
    for (const user of this.users) {
      if (user.pending.length > 0) user.pending.splice(0, user.pending.length, ...this.#tryAgain(user, now))
      if (user.isOnLine && now - user.lastSentAt >= keepAliveMs) {
        this.send(user, clientFraming.seal(clientPackets.keepAlive, {}, 0, user.uin), nobodyAsks, now, now)
      }
    }
  }

  /** Sends what has waited for too long again, and returns what is still fought for. */
  #tryAgain(user: User, now: number): Pending[] {
    return user.pending.filter((one) => {
      if (now - one.sentAt < resendMs) return true
      if (one.sends === sendsMax) {
        this.counts.givenUp += 1
        return false
      }
      one.sends += 1
      one.sentAt = now
      this.counts.resent += 1
      this.transmit(user, one.datagram)
      return true
    })
  }
}
