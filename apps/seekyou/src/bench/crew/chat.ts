import { clientFraming, clientPackets, serverPackets } from '@seekyou/wire'
import type { Crowd } from './crowd.ts'
import { readCount, readDueAt, readRun, stampedLength, writeStamp } from './stamp.ts'
import type { Concern, User } from './user.ts'
import { Timing } from './window.ts'

/** Where the text begins in 010E, 0104 and 00DC. */
const textAt = { sent: 18, delivered: 14, stored: 20 }

/** Messages from user to user: 010E, its ACK, 0104. */
export class Chat {
  readonly #crowd: Crowd
  /** Another one in each phase: what comes from an earlier one has been given up. */
  #run = 0
  /** From when a message was due until it was shown, and until its writer was acknowledged. */
  readonly shown: Timing
  readonly acknowledged: Timing
  /** Called when a user's message has been shown and acknowledged. */
  onOver: (writer: User, now: number) => void = () => {}
  readonly #concern: Concern = {
    acknowledged: (user, dueAt, now) => {
      this.acknowledged.note(dueAt, now)
      this.#half(user, now)
    },
  }
  /** Who writes to whom, by recipient. */
  #writers = new Map<User, User>()

  constructor(crowd: Crowd) {
    this.#crowd = crowd
    this.shown = new Timing(crowd.window)
    this.acknowledged = new Timing(crowd.window)
    crowd.hear(serverPackets.deliveredMessage, (user, datagram, now) =>
      this.#show(user, datagram, textAt.delivered, now),
    )
    crowd.hear(serverPackets.receiveMessage, (user, datagram, now) => this.#show(user, datagram, textAt.stored, now))
  }

  /** From here on each of these writes to the next, the last one to the first. */
  formRing(users: readonly User[]): void {
    this.#run = Math.floor(Math.random() * 2 ** 18)
    this.#writers = new Map()
    for (const [index, user] of users.entries()) {
      const recipient = users[(index + 1) % users.length]!
      this.#writers.set(recipient, user)
      const packet = { to: recipient.uin, kind: 1, text: new Uint8Array(stampedLength).fill(0x6d) }
      user.message = Buffer.from(clientFraming.seal(clientPackets.sendMessage, packet, 0, user.uin))
      user.halves = user.written = user.lastShown = 0
      user.shown.forget()
    }
  }

  /** Lets a user write to the next one. */
  write(user: User, dueAt: number, now: number): void {
    const datagram = Buffer.from(user.message!)
    user.written += 1
    writeStamp(datagram, textAt.sent, this.#run, user.written, dueAt)
    this.#crowd.counts.expected += 1
    user.halves += 2
    this.#crowd.send(user, datagram, this.#concern, dueAt, now)
  }

  #show(user: User, datagram: Buffer, at: number, now: number): void {
    const { counts } = this.#crowd
    if (datagram.length < at + stampedLength || readRun(datagram, at) !== this.#run) {
      counts.unexpected += 1
      return
    }
    const count = readCount(datagram, at)
    if (!user.shown.isNew(count & 0xffff)) {
      counts.repeated += 1
      return
    }
    if (count < user.lastShown) counts.outOfTurn += 1
    else user.lastShown = count
    counts.met += 1
    this.shown.note(readDueAt(datagram, at), now)
    const writer = this.#writers.get(user)
    if (writer !== undefined) this.#half(writer, now)
  }

  #half(user: User, now: number): void {
    user.halves -= 1
    if (user.halves === 0) this.onOver(user, now)
  }
}
