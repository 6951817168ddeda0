// What can be seen of a visit from outside, and who wants to hear of it.
import type { Address, Direct, Event, Intent, Millis, Uin } from '@seekyou/language'
import type { Frame } from '@seekyou/wire'
import { type Appearance, appearanceAt } from './appearance.ts'
import type { Knock } from './knocks.ts'

/** A command that came in during a visit. */
export interface Command {
  readonly frame: Frame
  /** Undefined when it cannot be understood. */
  readonly intent: Intent | undefined
  /** The mark that its answers repeat. */
  readonly request: number
  readonly firstAt: Millis
  /** When the last copy came. */
  lastAt: Millis
  /** It came while the sign-on was being looked at, when only a few may wait. */
  readonly wasEarly: boolean
  copies: number
  acks: number
  /** When the first ACK left. */
  ackedAt: Millis | undefined
}

/** Something that was said to a visitor under one number. */
export interface Saying {
  readonly sequence: number
  readonly event: Event
  /** The mark of the command that it answers, if it answers one. */
  readonly request: number
  /** The whole datagram. */
  readonly bytes: Uint8Array
  readonly firstAt: Millis
  sends: number
  /** When the visitor's ACK came in. */
  ackedAt: Millis | undefined
}

/** Somebody who is signed on, as far as can be seen from outside. A visit outlives the server's process. */
export interface Visit {
  readonly uin: Uin
  readonly address: Address
  readonly beganAt: Millis
  /** The sign-on; several, if it cannot be seen which of them it was. The first one came first. */
  readonly knocks: readonly [Knock, ...Knock[]]
  readonly direct: Direct
  /** When the sign-on was answered. */
  answeredAt: Millis | undefined
  endedAt: Millis | undefined
  /** It has ended with a browser's WebSocket, and its visitor is shown as here for a minute more. */
  isExpectedBack: boolean
  /** As the server has acknowledged it last. */
  appearance: Appearance
  readonly contacts: Set<Uin>
  /** When the visitor first asked for stored messages. */
  fetchedAt: Millis | undefined
  /** By sequence; several only if the visitor used a number for several commands. */
  readonly commands: Map<number, Command[]>
  /** When those commands came last that an earlier process has acknowledged, and the present one knows or not. */
  readonly perhapsKnown: Millis[]
  /** By sequence. */
  readonly sayings: Map<number, Saying>
  /** Its sign-on was answered, and must be known to whatever process comes. */
  isKept: boolean
  /** What had come when the process went down, and may have been carried out or not. */
  inDoubt: readonly Command[]
  /** The store was in trouble, and a process that went down then may have taken an acknowledged change with it. */
  hasLost: boolean
}

/** A visit that begins with one of these sign-ons, the last one as a rule. */
export function newVisit(address: Address, knocks: readonly [Knock, ...Knock[]], now: Millis): Visit {
  const { uin, direct, status } = knocks.at(-1)!.intent
  const appearance = appearanceAt(status)
  return {
    uin,
    address,
    beganAt: now,
    knocks,
    direct,
    answeredAt: undefined,
    endedAt: undefined,
    isExpectedBack: false,
    appearance,
    contacts: new Set(),
    fetchedAt: undefined,
    commands: new Map(),
    perhapsKnown: [],
    sayings: new Map(),
    isKept: false,
    inDoubt: [],
    hasLost: false,
  }
}

/** Who watches the door. */
export interface DoorWatcher {
  visitBegan?(visit: Visit, now: Millis): void
  /** The server's process went down during a visit. */
  visitInterrupted?(visit: Visit, now: Millis): void
  /** Another process knows of a visit; it may have been over, if its end was not kept. */
  visitResumed?(visit: Visit, now: Millis): void
  /** `wasForgotten`: another process does not know of it. */
  visitEnded?(visit: Visit, wasForgotten: boolean, now: Millis): void
  /** A command came in for the first time since the process began. */
  commandCame?(visit: Visit, command: Command, now: Millis): void
  /** An ACK left; the first one says that the command has been carried out. */
  commandAcked?(visit: Visit, command: Command, now: Millis): void
  /** An ACK left for which nothing can be found that came in. */
  ackFromNowhere?(to: Address, sequence: number, now: Millis): void
  said?(visit: Visit, saying: Saying, now: Millis): void
  /** Something else was said under a number that the visitor knows already. */
  numberReused?(visit: Visit, saying: Saying, now: Millis): void
  /** The visitor's ACK came in for the first time. */
  sayingAcked?(visit: Visit, saying: Saying, now: Millis): void
  /** The visitor's ACK came in once more. */
  sayingAckedAgain?(visit: Visit, saying: Saying, now: Millis): void
  /** Something was said to an address without a visit. */
  saidToStranger?(to: Address, event: Event, now: Millis): void
  /** Something that can be understood came from an address without a visit, or with another number than its visitor's. */
  strangerCame?(from: Address, uin: number, intent: Intent, now: Millis): void
  /** Any datagram, understood or not. */
  wentIn?(from: Address, bytes: Uint8Array, now: Millis): void
  cameOut?(to: Address, bytes: Uint8Array, visit: Visit | undefined, now: Millis): void
}
