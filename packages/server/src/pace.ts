// How fast a guest may go on. What comes faster waits in line, in order; how it is acknowledged, and what becomes of it when
// too much waits already, is decided in `conversation.ts`.
import type { Intent, IntentName, Millis } from '@seekyou/language'
import { Bucket, type Rate } from '@seekyou/link'
import type { NodeIntent } from '@seekyou/service'
import type { Limits } from './limits.ts'

/** What a guest wants, and the number and code of the datagram that said so. */
export interface Command {
  readonly intent: Exclude<Intent, { name: NodeIntent }>
  /** By which the client will know the answer. */
  readonly request: number
  readonly sequence: number
  readonly code: number
  isAcknowledged: boolean
}

/** Intents of one kind are counted together. */
export type PacedKind = 'messages' | 'searches' | 'infoRequests' | 'changes'

const kinds: { readonly [Name in IntentName]?: PacedKind } = {
  sendMessage: 'messages',
  addContact: 'messages',
  searchUin: 'searches',
  searchUser: 'searches',
  requestInfo: 'infoRequests',
  requestExtInfo: 'infoRequests',
  updateInfo: 'changes',
  updateExtInfo: 'changes',
  changePassword: 'changes',
}

/** Under which limit an intent falls, or undefined when it falls under none of these. */
export const kindOf = ({ name }: Intent): PacedKind | undefined => kinds[name]

/** How fast everything may go, and how much may wait. */
export interface Pacing {
  readonly packets: Rate
  readonly rates: Readonly<Record<PacedKind, Rate>>
  readonly messagesQueue: number
  readonly requestsQueue: number
}

/** The pace that the limits allow, the same for all guests of a node. */
export const pacingOf = (limits: Limits): Pacing => ({
  packets: { burst: limits.packetsPerSecond, perSecond: limits.packetsPerSecond },
  rates: {
    messages: { burst: limits.messagesBurst, perSecond: limits.messagesPerSecond },
    searches: perMinute(limits.searchesPerMinute),
    infoRequests: perMinute(limits.infoRequestsPerMinute),
    changes: perMinute(limits.changesPerMinute),
  },
  messagesQueue: limits.messagesQueue,
  requestsQueue: limits.requestsQueue,
})

/** The pace of one user. It outlives their visits, so that signing on again gains nothing. */
export class Pace {
  /** Commands of any kind. */
  readonly packets: Bucket
  /** The user has been told that messages are dropped, and none has passed since without waiting. */
  isToldOfLoss = false
  readonly #pacing: Pacing
  /** Those that were needed so far: most users only keep alive. */
  #lines: readonly Line[] = none
  #messages = 0
  #requests = 0

  constructor(pacing: Pacing) {
    this.#pacing = pacing
    this.packets = new Bucket(pacing.packets)
  }

  /** How many messages wait. */
  get messagesWaiting(): number {
    return this.#messages
  }

  /** When the next of those that wait may go on. */
  get wakeAt(): Millis | undefined {
    if (this.#messages + this.#requests === 0) return undefined
    let at = Number.POSITIVE_INFINITY
    for (const { bucket, waiting } of this.#lines) {
      if (waiting.length > 0) at = Math.min(at, bucket.readyAt(1))
    }
    return at
  }

  /** Whether a command goes on at once, waits from here on, or finds no place to wait. */
  admit(kind: PacedKind, command: Command, now: Millis): 'go' | 'wait' | 'full' {
    const { bucket, waiting } = this.#lineOf(kind)
    if (waiting.length === 0 && bucket.take(1, now)) return 'go'
    const isFull =
      kind === 'messages' ? this.#messages >= this.#pacing.messagesQueue : this.#requests >= this.#pacing.requestsQueue
    if (isFull) return 'full'
    waiting.push(command)
    this.#count(kind, 1)
    return 'wait'
  }

  /** The next command that has waited long enough; with `all`, also one that has not. */
  takeDue(now: Millis, all = false): Command | undefined {
    if (this.#messages + this.#requests === 0) return undefined
    for (const { kind, bucket, waiting } of this.#lines) {
      if (waiting.length === 0 || !(all || bucket.take(1, now))) continue
      this.#count(kind, -1)
      return waiting.shift()
    }
    return undefined
  }

  /** Whoever leaves has nothing more to wait for. Nothing of it was acknowledged as a message. */
  clear(): void {
    for (const { waiting } of this.#lines) waiting.length = 0
    this.#messages = 0
    this.#requests = 0
  }

  #lineOf(kind: PacedKind): Line {
    for (const line of this.#lines) if (line.kind === kind) return line
    const line: Line = { kind, bucket: new Bucket(this.#pacing.rates[kind]), waiting: [] }
    this.#lines = [...this.#lines, line]
    return line
  }

  #count(kind: PacedKind, change: 1 | -1): void {
    if (kind === 'messages') this.#messages += change
    else this.#requests += change
  }
}

interface Line {
  readonly kind: PacedKind
  readonly bucket: Bucket
  readonly waiting: Command[]
}

const none: readonly Line[] = []

const perMinute = (most: number): Rate => ({ burst: most, perSecond: most / 60 })
