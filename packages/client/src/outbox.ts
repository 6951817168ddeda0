import type { Uin } from '@seekyou/language'
import type { OutgoingMessage } from './wishes.ts'

/** Why a message was not handed over. `unreachable`: there is no direct connection, and it was to go no other way. */
export type Undeliverable = 'signedOff' | 'tooLong' | 'full' | 'unreachable'

/** The longest text that fits a datagram, in bytes. Servers cut or refuse texts above 450 (docs/protocol/limits.md). */
export const textMax = 1_900
/** How many messages may wait to be accepted. */
export const waitingMax = 1_000
/** How many of them are in the link's hands at a time. */
const onLinkMax = 128

/** Messages that the server has not accepted yet, in the order in which they were written. Outlives every connection. */
export class Outbox {
  #ready: OutgoingMessage[] = []
  readonly #onLink = new Map<number, OutgoingMessage>()

  get size(): number {
    return this.#ready.length + this.#onLink.size
  }

  has(id: number): boolean {
    return this.#onLink.has(id) || this.#ready.some((message) => message.id === id)
  }

  /** Whether something for this user is waiting. */
  hasFor(uin: Uin): boolean {
    const isFor = ({ to }: OutgoingMessage) => to === uin
    return this.#ready.some(isFor) || [...this.#onLink.values()].some(isFor)
  }

  put(message: OutgoingMessage): void {
    this.#ready.push(message)
  }

  /** The messages that are to be handed to the link, which holds them from here on. */
  take(): readonly OutgoingMessage[] {
    const room = onLinkMax - this.#onLink.size
    if (room <= 0 || this.#ready.length === 0) return []
    const messages = this.#ready.splice(0, room)
    for (const message of messages) this.#onLink.set(message.id, message)
    return messages
  }

  /** The server has it. */
  accepted(id: number): void {
    this.#onLink.delete(id)
  }

  /** The link is gone: what it had not brought over must go over the next one. */
  takeBack(): void {
    this.#ready = [...this.#onLink.values(), ...this.#ready]
    this.#onLink.clear()
  }

  /** Gives everything up. */
  clear(): readonly OutgoingMessage[] {
    this.takeBack()
    return this.#ready.splice(0)
  }
}
