import {
  type Address,
  type Event,
  formatAddress,
  isInvisible,
  type Millis,
  type Status,
  type Uin,
} from '@seekyou/language'
import type { Command, Saying, Visit } from '../door.ts'
import type { Backlog } from './backlog.ts'
import type { Ledger } from './ledger.ts'
import type { Complain, Witness } from './witness.ts'

/** How somebody could be seen during a stretch of time, according to what the server had acknowledged. */
interface Appearance {
  until: Millis
  readonly status: Status
  readonly visibleTo: ReadonlySet<Uin>
  readonly invisibleTo: ReadonlySet<Uin>
}

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
  readonly #appearances = new Map<Uin, Appearance[]>()

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

  visitEnded({ uin }: Visit, _: boolean, now: Millis): void {
    const last = this.#appearances.get(uin)?.at(-1)
    if (last) last.until = now
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

  #appear({ uin, status, visibleTo, invisibleTo }: Visit, now: Millis): void {
    const appearances = (this.#appearances.get(uin) ?? []).filter(({ until }) => until >= now - newsAgeMs)
    const last = appearances.at(-1)
    if (last && last.until > now) last.until = now
    appearances.push({ until: Number.POSITIVE_INFINITY, status, visibleTo, invisibleTo })
    this.#appearances.set(uin, appearances)
  }

  #checkPresence(visit: Visit, uin: Uin, now: Millis): void {
    const { uin: watcher } = visit
    const since = Math.max(this.#backlog.since(visit, now), now - newsAgeMs)
    for (const { until, status, visibleTo, invisibleTo } of this.#appearances.get(uin) ?? []) {
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

  #checkContact({ uin: watcher, contacts }: Visit, uin: Uin, now: Millis): void {
    if (!contacts.has(uin)) this.#complain('secrecy', now, `${watcher} was told about ${uin}, who is not their contact`)
  }
}

const isShort = ({ extInfo: { about, homepage } }: Event<'extInfoFound'>): boolean =>
  about.length === 0 && homepage.length === 0
