import type { Millis, Status, Text, Uin } from '@seekyou/language'
import type { DoorWatcher } from '../visit.ts'

/** What happens in people's houses, as they would tell it themselves. */
export interface StreetWatcher {
  /** Somebody has written a message with this number in its text. */
  wrote?(from: Uin, to: Uin, id: number, now: Millis, text: Text): void
  /** Somebody's program says that the server has the message, or, `isDirect`, that the recipient's program has it. */
  accepted?(from: Uin, id: number, now: Millis, isDirect?: boolean): void
  /** Somebody's program does not try any more, or has died. */
  gaveUp?(from: Uin, id: number, now: Millis): void
  /** A file has become whole, or something was typed in a chat. */
  received?(to: Uin, what: Received, now: Millis): void
  /** What was under way between two people without the server may not have arrived, or arrives late. */
  parted?(one: Uin, other: Uin, now: Millis): void
  /** A message is shown to somebody. */
  shown?(to: Uin, message: Shown, now: Millis): void
  /** Somebody has changed how they want to be seen, or came on line or left it. */
  changed?(uin: Uin, now: Millis): void
  /** Somebody's contact list shows something else about a contact than before. */
  learned?(watcher: Uin, contact: Uin, now: Millis): void
  /** Somebody's contact list begins to count: they have come on line. */
  arrived?(watcher: Uin, now: Millis): void
  /** An account is not what it was any more; `byOperator`: because the operator wanted it so. */
  accountChanged?(uin: Uin, byOperator: boolean, now: Millis): void
  /** The server's process is gone. */
  wentDown?(now: Millis): void
  /** Another process has begun, and shows these as here whose WebSockets ended with the one before it, or earlier, if that was not kept. */
  cameUp?(expectedBack: Iterable<Uin>, now: Millis): void
}

export interface Shown {
  readonly from: Uin
  readonly text: Text
  readonly stored: boolean
  /** It came without the server. */
  readonly direct?: boolean
}

/** What somebody has received of somebody else, beside messages, and what it should be. */
export interface Received {
  readonly what: string
  readonly sent: Uint8Array
  readonly received: Uint8Array
}

/** Somebody who watches the town from outside and believes nobody. */
export interface Witness extends DoorWatcher, StreetWatcher {
  /** When the storm has calmed: says what can be said only at the end. */
  judge?(now: Millis): void
}

/** Notes down that a promise was broken: which witness saw it, when, and what it saw. */
export type Complain = (witness: string, now: Millis, sentence: string) => void

/** Somebody in the town, as far as witnesses may ask. */
export interface Neighbour {
  readonly uin: Uin
  /** `citizen`: a client of ours, whose contact list must be right; others are believed less. */
  readonly isCitizen: boolean
  readonly isOnline: boolean
  /** Their account was removed: they will not come back. */
  readonly isEvicted: boolean
  readonly contacts: ReadonlySet<Uin>
  /** How they appear to somebody, by their own will; undefined: not at all. */
  appearsTo(watcher: Uin): Status | undefined
  /** What their contact list shows. */
  sees(contact: Uin): Status | undefined
}
