import { type Address, type Event, formatAddress, isInvisible, type Millis, status, type Uin } from '@seekyou/language'
import { type Appearance, appearanceAfter, appearanceAt } from '../appearance.ts'
import type { Command, Saying, Visit } from '../visit.ts'
import type { Backlog } from './backlog.ts'
import type { Ledger } from './ledger.ts'
import type { Complain, Witness } from './witness.ts'

/** How somebody could be seen during a stretch of time. */
interface Span extends Appearance {
  until: Millis
}

/** Whose WebSocket has ended is shown as here for so long. */
const expectedMs = 60_000
/** No news waits longer than this behind others for a visitor who is slow to answer. */
const newsAgeMs = 180_000
/** What may be said to somebody who is not signed on. */
const forStrangers: ReadonlySet<string> = new Set([
  'signedOn',
  'signOnRefused',
  'notSignedOn',
  'signedOff',
  'startAgain',
  'passwordConfirmed',
  'registered',
  'registrationRefused',
])

/**
 * Nobody is told what is not theirs (promises: G4): presence only of contacts who may be seen at that moment, messages only of
 * one's own, and strangers nothing about anybody. News that waited behind others may be as old as the wait.
 */
export class Secrecy implements Witness {
  readonly #ledger: Ledger
  readonly #backlog: Backlog
  readonly #complain: Complain
  /** Whose password was found right where, before signing on: they may read their own profile, as far as it is short. */
  readonly #confirmed = new Map<Address, Set<Uin>>()
  readonly #spans = new Map<Uin, Span[]>()

  constructor(ledger: Ledger, backlog: Backlog, complain: Complain) {
    this.#ledger = ledger
    this.#backlog = backlog
    this.#complain = complain
  }

  visitBegan(visit: Visit, now: Millis): void {
    this.#appear(visit, now)
  }

  commandAcked(visit: Visit, { intent, acks }: Command, now: Millis): void {
    if (acks > 1) return
    switch (intent?.name) {
      case 'changeStatus':
      case 'announceVisibleTo':
      case 'announceInvisibleTo':
        this.#appear(visit, now)
    }
  }

  visitResumed(visit: Visit, now: Millis): void {
    this.#appear(visit, now)
  }

  visitEnded(visit: Visit, wasForgotten: boolean, now: Millis): void {
    const { uin, isExpectedBack } = visit
    if (isExpectedBack && wasForgotten) this.#appear(visit, now)
    const until = isExpectedBack ? now + expectedMs : now
    for (const span of this.#spans.get(uin) ?? []) span.until = Math.min(span.until, until)
  }

  cameUp(expectedBack: Iterable<Uin>, now: Millis): void {
    for (const uin of expectedBack) {
      const until = now + expectedMs
      const spans = this.#spans.get(uin) ?? []
      const lasting = spans.filter((span) => span.until > now)
      for (const span of lasting) span.until = until
      // Of a visit that was over, or had not begun, nobody can tell which of its changes were kept.
      if (lasting.length === 0) spans.push({ ...appearanceAt(status(0)), until })
      this.#spans.set(uin, spans)
    }
  }

  said(visit: Visit, { event, sends }: Saying, now: Millis): void {
    if (sends > 1) return
    switch (event.name) {
      case 'contactOnline':
      case 'contactStatusChanged':
        this.#checkPresence(visit, event.uin, now)
        this.#checkContact(visit, event.uin, now)
        break
      case 'contactOffline':
        this.#checkContact(visit, event.uin, now)
        break
      case 'messageArrived':
      case 'storedMessageArrived': {
        const entry = this.#ledger.entryOf(event.text)
        if (entry && (entry.to !== visit.uin || entry.from !== event.from)) {
          this.#complain('secrecy', now, `message ${entry.id} to ${entry.to} was sent to ${visit.uin}`)
        }
      }
    }
  }

  saidToStranger(to: Address, event: Event, now: Millis): void {
    if (event.name === 'passwordConfirmed')
      this.#confirmed.set(to, (this.#confirmed.get(to) ?? new Set()).add(event.uin))
    if (event.name === 'extInfoFound' && isShort(event) && this.#confirmed.get(to)?.has(event.uin)) return
    if (!forStrangers.has(event.name))
      this.#complain('secrecy', now, `${formatAddress(to)}, where nobody is signed on, was told ${event.name}`)
  }

  #appear(visit: Visit, now: Millis): void {
    const spans = (this.#spans.get(visit.uin) ?? []).filter(({ until }) => until >= now - newsAgeMs)
    for (const span of spans) span.until = Math.min(span.until, now)
    for (const appearance of possible(visit)) spans.push({ ...appearance, until: Number.POSITIVE_INFINITY })
    this.#spans.set(visit.uin, spans)
  }

  #checkPresence(visit: Visit, uin: Uin, now: Millis): void {
    const { uin: watcher } = visit
    const since = Math.max(this.#backlog.since(visit, now), now - newsAgeMs)
    for (const { until, status, visibleTo, invisibleTo } of this.#spans.get(uin) ?? []) {
      // What had to wait may have been said in the very moment in which it ceased to be true; what leaves at once may not.
      if (until < since || (until === since && since === now) || invisibleTo.has(watcher)) continue
      if (!isInvisible(status) || visibleTo.has(watcher)) return
    }
    this.#complain(
      'secrecy',
      now,
      `${watcher} was told that ${uin} is on line, whom they could not see since ${since.toFixed(0)}`,
    )
  }

  #checkContact({ uin: watcher, contacts, hasLost }: Visit, uin: Uin, now: Millis): void {
    if (!contacts.has(uin) && !hasLost)
      this.#complain('secrecy', now, `${watcher} was told about ${uin}, who is not their contact`)
  }
}

/** What a process may know of how somebody wants to be seen: what it acknowledged, or what the one before it did last. */
function possible({ appearance, inDoubt, hasLost }: Visit): Appearance[] {
  // Where changes were lost in trouble, an old status may go with new lists, and nobody can tell with which.
  let all = hasLost ? anything : [appearance]
  for (const { intent } of inDoubt) {
    const others = all.map((before) => appearanceAfter(before, intent))
    all = [...all, ...others.filter((after) => !all.includes(after))]
  }
  return all
}

const anything: Appearance[] = [appearanceAt(status(0))]

const isShort = ({ extInfo: { about, homepage } }: Event<'extInfoFound'>): boolean =>
  about.length === 0 && homepage.length === 0
