import type { Millis, Uin } from '@seekyou/language'
import type { Refusal } from '@seekyou/service'
import type { Command, Saying, Visit } from '../visit.ts'
import { numberOf } from './message-text.ts'
import type { Shown, Witness } from './witness.ts'

/** Everything that is known of one message. */
export interface Entry {
  readonly id: number
  readonly from: Uin
  readonly to: Uin
  readonly writtenAt: Millis
  /** How many times the server was handed it as a new command (again after the sender's connection was lost). */
  handedOver: number
  /** Its place among everything that the server has accepted; undefined while it has not acknowledged it. */
  turn: number | undefined
  /** The sender's program says that it was accepted. */
  isAccepted: boolean
  /** The sender's program says that the recipient's has it, without the server. */
  isDirect: boolean
  refused: Refusal['because'] | 'removed' | undefined
  /** The visit during which the server has sent it to its recipient last. */
  saidTo: Visit | undefined
  /** How often it may be shown again: a connection or a process died between delivery and deletion. */
  excuses: number
  readonly showings: Showing[]
}

export interface Showing {
  /** Its place among all showings of the town. */
  readonly turn: number
  readonly stored: boolean
  /** Without the server. */
  readonly direct: boolean
  /** The visit during which it was said. */
  readonly visit: Visit | undefined
  readonly at: Millis
}

/** The book of all messages, which the witnesses of messages read. It keeps no opinion of its own. */
export class Ledger implements Witness {
  readonly #entries = new Map<number, Entry>()
  readonly #turns = new WeakMap<Command, number>()
  /** When the direct connection of two people had trouble, by both of them. */
  readonly #partings = new Map<string, Millis[]>()
  readonly #lastVisitOf: (uin: Uin) => Visit | undefined
  readonly #stored: () => Iterable<{ readonly text: Uint8Array }>
  readonly #isCitizen: (uin: Uin) => boolean
  #nextTurn = 0

  /** `stored`: the messages that are in the store now; `isCitizen`: whether somebody has a client of ours. */
  constructor(
    lastVisitOf: (uin: Uin) => Visit | undefined,
    stored: () => Iterable<{ readonly text: Uint8Array }>,
    isCitizen: (uin: Uin) => boolean,
  ) {
    this.#lastVisitOf = lastVisitOf
    this.#stored = stored
    this.#isCitizen = isCitizen
  }

  entries(): Iterable<Entry> {
    return this.#entries.values()
  }

  entryOf(text: Uint8Array): Entry | undefined {
    const id = numberOf(text)
    return id === undefined ? undefined : this.#entries.get(id)
  }

  wrote(from: Uin, to: Uin, id: number, now: Millis): void {
    this.#entries.set(id, {
      id,
      from,
      to,
      writtenAt: now,
      handedOver: 0,
      turn: undefined,
      isAccepted: false,
      isDirect: false,
      refused: undefined,
      saidTo: undefined,
      excuses: 0,
      showings: [],
    })
  }

  accepted(_: Uin, id: number, __: Millis, isDirect = false): void {
    const entry = this.#entries.get(id)
    if (!entry) return
    if (isDirect) entry.isDirect = true
    else entry.isAccepted = true
  }

  parted(one: Uin, other: Uin, now: Millis): void {
    const pair = pairOf(one, other)
    const times = this.#partings.get(pair)
    if (times) times.push(now)
    else this.#partings.set(pair, [now])
  }

  /** Whether what these two said to each other without the server in this time may be lost, or late. */
  wereParted(one: Uin, other: Uin, since: Millis, until: Millis): boolean {
    return this.#partings.get(pairOf(one, other))?.some((at) => at >= since && at <= until) ?? false
  }

  /** The store would not keep a message. */
  refused(text: Uint8Array, because: Refusal['because']): void {
    const entry = this.entryOf(text)
    if (entry) entry.refused = because
  }

  /** The account of a recipient was removed, and what waited for it with it. */
  evicted(uin: Uin): void {
    for (const entry of this.#entries.values()) {
      if (entry.to === uin && entry.showings.length === 0) entry.refused ??= 'removed'
    }
  }

  commandCame(visit: Visit, command: Command): void {
    const entry = this.#entryOfCommand(visit, command)
    if (!entry) return
    entry.handedOver += 1
    this.#turns.set(command, this.#nextTurn++)
  }

  commandAcked(visit: Visit, command: Command): void {
    const entry = this.#entryOfCommand(visit, command)
    if (entry) entry.turn ??= this.#turns.get(command)
  }

  said(visit: Visit, { event }: Saying): void {
    if (event.name !== 'messageArrived' && event.name !== 'storedMessageArrived') return
    const entry = this.entryOf(event.text)
    if (entry) entry.saidTo = visit
  }

  visitEnded(visit: Visit, wasForgotten: boolean): void {
    if (wasForgotten) return
    for (const { event, ackedAt, sends } of visit.sayings.values()) {
      if (ackedAt !== undefined) continue
      if (event.name !== 'messageArrived' && event.name !== 'storedMessageArrived') continue
      const entry = this.entryOf(event.text)
      // COMPAT programs of 1998: cannot tell a late copy of an earlier connection's packet from a new one.
      if (entry) entry.excuses += this.#isCitizen(visit.uin) ? 1 : sends
    }
  }

  wentDown(): void {
    for (const { text } of this.#stored()) {
      const entry = this.entryOf(text)
      if (entry?.saidTo) entry.excuses += 1
    }
  }

  shown(to: Uin, { text, stored, direct = false }: Shown, now: Millis): void {
    const entry = this.entryOf(text)
    if (!entry) return
    const visit = entry.saidTo ?? this.#lastVisitOf(to)
    entry.showings.push({ turn: this.#nextTurn++, stored, direct, visit, at: now })
  }

  /** The message in a command of its writer; attackers may copy what they like. */
  #entryOfCommand(visit: Visit, { intent }: Command): Entry | undefined {
    if (intent?.name !== 'sendMessage') return undefined
    const entry = this.entryOf(intent.text)
    return entry && entry.from === visit.uin && entry.to === intent.to ? entry : undefined
  }
}

const pairOf = (one: Uin, other: Uin): string => (one < other ? `${one} ${other}` : `${other} ${one}`)
