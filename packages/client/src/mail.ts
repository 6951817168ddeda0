// Messages on their way out: which road each of them takes, so that those to one person arrive in the order in which they were
// written, and what their writer is told.
import { type Millis, messageKind, plainKind, type Uin } from '@seekyou/language'
import type { ClientOutcome } from './hear-and-say.ts'
import { Outbox, textMax, type Undeliverable, waitingMax } from './outbox.ts'
import { asksForAwayText, asksForPerson } from './peer/frames.ts'
import type { LetterAnswered } from './peer/letter.ts'
import { peerTextMax } from './peer/limits.ts'
import { returnedBecause } from './peer/manners.ts'
import type { Peers } from './peer/peers.ts'
import type { OutgoingMessage } from './wishes.ts'

/** The kinds that go directly if possible, and through the server if not (docs/protocol/peer.md). */
const eitherWay: readonly number[] = [messageKind.text, messageKind.url, messageKind.contacts]

export class Mail {
  readonly #peers: Peers
  readonly #outbox = new Outbox()
  /** What is directly under way to somebody comes first; what was written to them since waits behind it. */
  readonly #lanes = new Map<Uin, [OutgoingMessage, ...OutgoingMessage[]]>()
  #out: ClientOutcome[] = []

  constructor(peers: Peers) {
    this.#peers = peers
  }

  /** What has happened since the last call, in order. */
  takeOutcomes(): ClientOutcome[] {
    return this.#out.splice(0)
  }

  /** Takes a message into care. `isOnline`: somebody may be reached without the server. */
  put(message: OutgoingMessage, isOnline: boolean, now: Millis): void {
    const { id, kind, to, via } = message
    if (via === 'peer' && (asksForPerson(kind) || asksForAwayText(kind))) {
      throw new RangeError(`A message of kind ${kind} cannot be sent to a peer: it has a wish of its own.`)
    }
    if (this.#holds(id)) throw new Error(`message ${id} is still under way: every message needs an id of its own`)
    const because = this.#refusal(message)
    const lane = this.#lanes.get(to)
    if (because) this.#fail(message, because)
    else if (lane) lane.push(message)
    else this.#route(message, isOnline, now)
  }

  /** Messages for the server, which the link holds from here on. */
  takeForServer(): readonly OutgoingMessage[] {
    return this.#outbox.take()
  }

  /** The server has it. */
  accepted(id: number): void {
    this.#outbox.accepted(id)
    this.#out.push({ kind: 'messageAccepted', id, via: 'server' })
  }

  /** The link is gone: what it had not brought over must go over the next one. */
  takeBack(): void {
    this.#outbox.takeBack()
  }

  /** A peer has answered a message, or has not and will not. */
  answered({ id, answer }: LetterAnswered, isOnline: boolean, now: Millis): void {
    const [to, lane] = [...this.#lanes].find(([, [first]]) => first.id === id) ?? []
    if (to === undefined || !lane) return
    this.#lanes.delete(to)
    if (!answer) {
      for (const message of lane) this.#sendElsewhere(message)
      return
    }
    const because = returnedBecause(answer.ackStatus)
    if (because) this.#out.push({ kind: 'messageReturned', id, because, text: answer.text })
    else {
      const said = answer.text.length > 0 && { answer: answer.text }
      this.#out.push({ kind: 'messageAccepted', id, via: 'peer', ...said })
    }
    const [, ...others] = lane
    for (const message of others) {
      const behind = this.#lanes.get(to)
      if (behind) behind.push(message)
      else this.#route(message, isOnline, now)
    }
  }

  /** Gives everything up. */
  clear(): void {
    for (const message of this.#outbox.clear()) this.#fail(message, 'signedOff')
    const lanes = [...this.#lanes.values()]
    this.#lanes.clear()
    for (const message of lanes.flat()) this.#fail(message, 'signedOff')
  }

  #holds(id: number): boolean {
    return this.#outbox.has(id) || [...this.#lanes.values()].some((lane) => lane.some((other) => other.id === id))
  }

  #refusal({ text, via }: OutgoingMessage): Undeliverable | undefined {
    if (text.length > (via === 'peer' ? peerTextMax : textMax)) return 'tooLong'
    let waiting = this.#outbox.size
    for (const lane of this.#lanes.values()) waiting += lane.length
    return waiting >= waitingMax ? 'full' : undefined
  }

  #route(message: OutgoingMessage, isOnline: boolean, now: Millis): void {
    const { to, kind, via = 'either' } = message
    const mayGoDirectly =
      via === 'either' &&
      isOnline &&
      eitherWay.includes(plainKind(kind)) &&
      !this.#outbox.hasFor(to) &&
      this.#peers.reaches(to, now)
    if (via !== 'peer' && !mayGoDirectly) {
      this.#outbox.put(message)
      return
    }
    this.#lanes.set(to, [message])
    this.#peers.send(message, now)
  }

  #sendElsewhere(message: OutgoingMessage): void {
    if (message.via === 'peer') this.#fail(message, 'unreachable')
    else this.#outbox.put(message)
  }

  #fail({ id }: OutgoingMessage, because: Undeliverable): void {
    this.#out.push({ kind: 'messageFailed', id, because })
  }
}
