// One server node as a machine: datagrams, answers and wake-ups in, datagrams and needs out. It holds no socket, no clock and
// no database, so the simulator runs many of them in one process.
import { dialectChooser, type ServerDialect } from '@seekyou/dialect'
import type { Address, Machine, Millis, Text, Uin } from '@seekyou/language'
import type { LinkManners } from '@seekyou/link'
import {
  type Account,
  type Answer,
  type FormerLinks,
  type NeedName,
  Presence,
  type RegistrationMode,
} from '@seekyou/service'
import { Absences, goneMs, sentAwayMs } from './absences.ts'
import { goOn, isTooFast, obeyFrame } from './conversation.ts'
import { Counters } from './counters.ts'
import { announce, commitGroup } from './delivery.ts'
import { Errands } from './errands.ts'
import { endAbsence, endAbsences, loseRoad, startAgain } from './expected-back.ts'
import { advanceFetch, endHold } from './fetch.ts'
import type { Guest } from './guest.ts'
import { Guests } from './guests.ts'
import type { Happening, House, NodeOptions, NodeOutcome } from './house.ts'
import { Keeper } from './keeper.ts'
import { limitsOff } from './limits.ts'
import { type LiveLink, liveLinks } from './live-link.ts'
import { tellNews } from './news.ts'
import { pacingOf } from './pace.ts'
import { creditGuest } from './proof.ts'
import { settleReceipt } from './receipts.ts'
import { Reception } from './reception.ts'
import { say, tell, turn } from './router.ts'
import { noStoreTrouble, noteUnmet } from './store-trouble.ts'
import { meetStranger } from './strangers.ts'
import { takeUp } from './taking-up.ts'
import { endVisit } from './visit.ts'
import { VisitBook } from './visit-book.ts'

export type NodeInput =
  | { readonly kind: 'datagram'; readonly from: Address; readonly bytes: Uint8Array }
  | { readonly kind: 'met'; readonly id: number; readonly answer: Answer<NeedName> }
  | { readonly kind: 'unmet'; readonly id: number; readonly cause: unknown }
  /** The WebSocket of a web address has ended. Whoever was signed on there is shown as here for a minute, and gone unless they come back. */
  | { readonly kind: 'gone'; readonly address: Address }
  /** The operator ends somebody's visit: the account was removed, or its password changed. */
  | { readonly kind: 'forceOff'; readonly uin: Uin }
  /** The operator lets others register than before. */
  | { readonly kind: 'setRegistration'; readonly mode: RegistrationMode }
  /** The operator has changed somebody's profile or settings. */
  | { readonly kind: 'accountChanged'; readonly account: Account }
  /**
   * A message of the server itself, to these or to everybody who is here. It is kept for whoever is away. `isSettled` tells
   * when all are safe; hand over at most a thousand recipients before that.
   */
  | {
      readonly kind: 'announce'
      readonly to: readonly Uin[] | 'everybodyHere'
      readonly messageKind: number
      readonly text: Text
    }
  /** The links of the node before this one go on. Comes before everything else. */
  | { readonly kind: 'takeUp'; readonly former: FormerLinks }
  /** Commit what is waiting at once; `isSettled` and `isAtRest` tell when all is safe. */
  | { readonly kind: 'settle' }
  | { readonly kind: 'wake' }

/** More than any packet of the time needs. A longer datagram is dropped unread. */
const datagramMax = 2_048

export class Node implements Machine<NodeInput, NodeOutcome> {
  readonly #house: House
  readonly #dialectOf: (datagram: Uint8Array) => ServerDialect | undefined

  constructor(options: NodeOptions) {
    this.#dialectOf = dialectChooser(options.dialects)
    this.#house = {
      options,
      guests: new Guests(),
      presence: new Presence({ ...options, ...options.limits }),
      keeper: new Keeper(options.nextMessageId, options.limits),
      book: new VisitBook(),
      errands: new Errands((id, need) => this.#house.out.push({ kind: 'need', id, need })),
      trouble: noStoreTrouble(),
      reception: new Reception(options.limits),
      counters: new Counters(),
      pacing: pacingOf(options.limits),
      manners: new Map(options.dialects.map((dialect) => [dialect, mannersOf(dialect, options)])),
      absences: { sentAway: new Absences(sentAwayMs), gone: new Absences(goneMs) },
      registration: options.registration,
      happenings: [],
      now: 0,
      out: [],
    }
  }

  get counters(): Readonly<Counters> {
    const { counters, presence } = this.#house
    counters.contactsIgnored = presence.contactsIgnored
    counters.newsPutOff = presence.newsPutOff
    return counters
  }

  /** How many users are signed on. */
  get size(): number {
    return this.#house.guests.size
  }

  /** Everybody who is signed on, and where, and the mark of their sign-on. */
  get present(): Iterable<Pick<Guest, 'uin' | 'address'> & { readonly opening: { readonly request: number } }> {
    return this.#house.guests.all()
  }

  /** Everybody whose WebSocket has ended, and who is still shown as here. */
  get expectedBack(): Iterable<Uin> {
    return this.#house.absences.gone.all
  }

  /** Everybody who is signed on, for the operator to see. */
  get links(): Iterable<LiveLink> {
    return liveLinks(this.#house)
  }

  /** Who is signed on at an address. */
  uinAt(address: Address): Uin | undefined {
    return this.#house.guests.at(address)?.uin
  }

  /** Who may register at this moment. */
  get registration(): RegistrationMode {
    return this.#house.registration
  }

  /** How much is remembered of strangers, table by table. Each has a bound. */
  get sizes(): Readonly<Record<string, number>> {
    const { reception, errands } = this.#house
    return { ...reception.sizes, errands: errands.size }
  }

  /** True when every accepted message is stored, delivered or refused. */
  get isSettled(): boolean {
    return this.#house.keeper.isSettled
  }

  /** True when, besides, everything is written that a node after this one needs to go on. */
  get isAtRest(): boolean {
    return this.isSettled && this.#house.book.isSettled
  }

  get wakeAt(): Millis | undefined {
    const { guests, keeper, book, absences, presence } = this.#house
    let earliest = guests.wakeAt
    const inhabitedAt = book.wakeAt(guests.size > 0)
    if (inhabitedAt !== undefined && inhabitedAt < (earliest ?? Number.POSITIVE_INFINITY)) earliest = inhabitedAt
    for (const { wakeAt } of [keeper, absences.sentAway, absences.gone, presence]) {
      if (wakeAt !== undefined && wakeAt < (earliest ?? Number.POSITIVE_INFINITY)) earliest = wakeAt
    }
    return earliest
  }

  handle(input: NodeInput, now: Millis): readonly NodeOutcome[] {
    const house = this.#house
    house.now = now
    house.out = []
    try {
      this.#take(input)
    } catch (error) {
      this.#contain(error, undefined)
    }
    const { happenings } = house
    for (let index = 0; index < happenings.length; index++) {
      const happening = happenings[index]!
      try {
        this.#follow(happening)
      } catch (error) {
        this.#contain(error, 'guest' in happening ? happening.guest : undefined)
      }
    }
    happenings.length = 0
    return house.out
  }

  #take(input: NodeInput): void {
    const house = this.#house
    switch (input.kind) {
      case 'datagram':
        house.counters.datagramsIn += 1
        this.#receive(input.from, input.bytes)
        break
      case 'met':
        house.errands.met(input.id, input.answer)
        break
      case 'unmet':
        noteUnmet(house, input.cause)
        house.errands.unmet(input.id, input.cause)
        break
      case 'forceOff': {
        const guest = house.guests.of(input.uin)
        if (guest) house.happenings.push({ kind: 'forcedOff', guest })
        else endAbsence(house, input.uin)
        break
      }
      case 'gone':
        loseRoad(house, input.address)
        break
      case 'setRegistration':
        house.registration = input.mode
        break
      case 'accountChanged':
        tell(house, house.presence.changeAccount(input.account, house.now))
        break
      case 'announce':
        announce(house, input)
        break
      case 'takeUp':
        takeUp(house, input.former)
        break
      case 'settle':
        commitGroup(house, 'all')
        break
      case 'wake':
        this.#wake()
        break
    }
  }

  #follow(happening: Happening): void {
    switch (happening.kind) {
      case 'datagram':
        this.#receive(happening.from, happening.bytes)
        break
      case 'received':
        turn(this.#house, happening.guest, { kind: 'received', frame: happening.frame })
        break
      case 'woken':
        this.#wakeGuest(happening.guest)
        break
      case 'forcedOff':
        say(this.#house, happening.guest, { name: 'signedOff' })
        endVisit(this.#house, happening.guest, 'forcedOff')
        break
      case 'command':
        if (!happening.guest.isGone) obeyFrame(this.#house, happening.guest, happening.frame)
        break
      case 'settled':
        settleReceipt(this.#house, happening.guest, happening.receipt, happening.hasArrived)
        break
      case 'startAgain':
        startAgain(this.#house, happening.guest)
        break
      case 'ended':
        endVisit(this.#house, happening.guest, happening.because)
        break
    }
  }

  #receive(from: Address, bytes: Uint8Array): void {
    const house = this.#house
    const dialect = bytes.length <= datagramMax ? this.#dialectOf(bytes) : undefined
    const frame = dialect?.framing.open(bytes)
    if (!dialect || !frame || 'fault' in frame) {
      house.counters.faults += 1
      return
    }
    const guest = house.guests.at(from)
    if (guest && guest.uin === frame.uin && !dialect.opens(frame.code)) {
      if (isTooFast(house, guest, frame)) return
      creditGuest(guest, bytes.length)
      house.happenings.push({ kind: 'received', guest, frame })
    } else meetStranger(house, { address: from, dialect, frame })
  }

  #wake(): void {
    const house = this.#house
    const { guests, keeper, book, now } = house
    for (let guest = guests.takeDue(now); guest; guest = guests.takeDue(now)) {
      house.happenings.push({ kind: 'woken', guest })
    }
    book.tire(now)
    if (isDue(keeper.wakeAt, now) || isDue(book.wakeAt(guests.size > 0), now)) commitGroup(house)
    endAbsences(house)
    tellNews(house)
  }

  #wakeGuest(guest: Guest): void {
    const house = this.#house
    for (const fetch of [...guest.fetches]) advanceFetch(house, guest, fetch)
    if (guest.holdUntil !== undefined && guest.holdUntil <= house.now) endHold(house, guest)
    goOn(house, guest)
    turn(house, guest, { kind: 'wake' })
  }

  /** A bug costs one conversation at the most, and is told to the operator. */
  #contain(error: unknown, guest: Guest | undefined): void {
    this.#house.counters.bugs += 1
    this.#house.out.push({ kind: 'note', note: { what: 'bug', error } })
    if (guest) this.#house.happenings.push({ kind: 'ended', guest, because: 'bug' })
  }
}

const isDue = (at: Millis | undefined, now: Millis): boolean => at !== undefined && at <= now

function mannersOf({ manners }: ServerDialect, { limits: { bytesPerSecond } }: NodeOptions): LinkManners {
  return bytesPerSecond === limitsOff.bytesPerSecond ? manners : { ...manners, bytesPerSecond }
}
