// All message channels: who is connected, who is to be connected to, and over which of them somebody is spoken to.

import type { Direct, Ip4, Millis, Uin } from '@seekyou/language'
import { earliest } from '../timers.ts'
import type { ChannelInput, ChannelOutcome } from './channel-input.ts'
import type { PeerDrop } from './drops.ts'
import type { Answered, Asked, Cancelled, Words } from './frames.ts'
import { avoidMs, incomingMax, incomingPerAddressMax } from './limits.ts'
import { MessageChannel } from './message-channel.ts'
import type { Question } from './questions.ts'
import type { Surroundings } from './surroundings.ts'
import type { PeerOutcome } from './world.ts'

export type ChannelsOutcome =
  | PeerOutcome
  | { readonly kind: 'dropped'; readonly because: PeerDrop }
  | ({ readonly kind: 'asked'; readonly frame: Asked } & Speaker)
  | ({ readonly kind: 'answered'; readonly frame: Answered; readonly receipt: unknown } & Speaker)
  | ({ readonly kind: 'cancelled'; readonly frame: Cancelled } & Speaker)
  /** A channel is gone, and with it the hope for answers; `receipts` in the order of the questions. */
  | { readonly kind: 'ended'; readonly connection: number; readonly receipts: readonly unknown[] }

/** Who speaks, over which connection. */
export interface Speaker {
  readonly connection: number
  readonly peer: Uin
  readonly ip: Ip4
  /** Whether the server has named this address for them. */
  readonly isProven: boolean
}

export class Channels {
  readonly #around: Surroundings
  readonly #channels = new Map<number, MessageChannel>()
  /** Until when contacts at an address that led nowhere are not connected to for messages that can go another way. */
  readonly #avoided = new WeakMap<Direct, Millis>()
  #out: ChannelsOutcome[] = []

  constructor(around: Surroundings) {
    this.#around = around
  }

  get wakeAt(): Millis | undefined {
    return earliest(this.#channels.values())
  }

  /** What has happened since the last call, in order. */
  takeOutcomes(): ChannelsOutcome[] {
    return this.#out.splice(0)
  }

  /** A peer has connected. False: there are too many. */
  admit(connection: number, ip: Ip4, now: Millis): boolean {
    const others = [...this.#channels.values()].filter(({ isOurs }) => !isOurs)
    const isCrowded =
      others.length >= incomingMax || others.filter((other) => other.ip === ip).length >= incomingPerAddressMax
    if (isCrowded) this.#out.push({ kind: 'dropped', because: 'crowded' })
    else this.#channels.set(connection, new MessageChannel(() => this.#around.me, { ip }, now))
    return !isCrowded
  }

  /** Something happened on a connection, or is to be said over it. */
  handle(connection: number, input: ChannelInput, now: Millis): void {
    const channel = this.#channels.get(connection)
    if (channel) this.#follow(connection, channel, channel.handle(input, now), now)
  }

  /** Whether a message to somebody can be tried directly, without much hope being wasted. */
  reaches(uin: Uin, now: Millis): boolean {
    if (this.#channelTo(uin) !== undefined) return true
    const contact = this.#around.contact(uin)
    const avoidedUntil = contact?.direct && this.#avoided.get(contact.direct)
    return this.#around.addressOf(uin) !== undefined && !(avoidedUntil !== undefined && now < avoidedUntil)
  }

  /** Asks somebody over a connection that exists or over a new one. False: there is no way to reach them. */
  ask(uin: Uin, question: Question, receipt: unknown, now: Millis): boolean {
    const connection = this.#channelTo(uin) ?? this.#call(uin, now)
    if (connection === undefined) return false
    this.handle(connection, { kind: 'ask', question, receipt }, now)
    return true
  }

  /** Takes a question back. */
  cancel(receipt: unknown, now: Millis): void {
    this.#tellAll({ kind: 'cancel', receipt }, now)
  }

  answer(connection: number, words: Omit<Words, 'command'>, now: Millis): void {
    this.handle(connection, { kind: 'answer', words }, now)
  }

  wake(now: Millis): void {
    this.#tellAll({ kind: 'wake' }, now)
  }

  leaveAll(now: Millis): void {
    this.#tellAll({ kind: 'leave' }, now)
  }

  #tellAll(input: ChannelInput, now: Millis): void {
    for (const connection of [...this.#channels.keys()]) this.handle(connection, input, now)
  }

  /** A connection over which somebody may be spoken to: nobody else can sit at its other end. */
  #channelTo(uin: Uin): number | undefined {
    for (const [connection, channel] of this.#channels) {
      if (channel.peer === uin && this.#around.proves(uin, channel.ip)) return connection
    }
    return undefined
  }

  #call(uin: Uin, now: Millis): number | undefined {
    const address = this.#around.addressOf(uin)
    if (!address) return undefined
    const { ip, port, version } = address
    const connection = this.#around.newConnection()
    this.#channels.set(connection, new MessageChannel(() => this.#around.me, { calls: uin, ip, version }, now))
    this.#out.push({ kind: 'connect', connection, ip, port })
    return connection
  }

  #avoid(uin: Uin, now: Millis): void {
    const direct = this.#around.contact(uin)?.direct
    if (direct) this.#avoided.set(direct, now + avoidMs)
  }

  #follow(connection: number, channel: MessageChannel, outcomes: readonly ChannelOutcome[], now: Millis): void {
    for (const outcome of outcomes) {
      switch (outcome.kind) {
        case 'write':
        case 'close':
        case 'pause':
        case 'resume':
          this.#out.push({ ...outcome, connection })
          break
        case 'dropped':
          this.#out.push(outcome)
          break
        case 'ended':
          this.#channels.delete(connection)
          if (outcome.unanswered.length > 0) this.#avoid(channel.peer!, now)
          this.#out.push({ kind: 'ended', connection, receipts: outcome.unanswered })
          break
        default: {
          const { ip } = channel
          const peer = channel.peer!
          this.#out.push({ ...outcome, connection, peer, ip, isProven: this.#around.proves(peer, ip) })
        }
      }
    }
  }
}
