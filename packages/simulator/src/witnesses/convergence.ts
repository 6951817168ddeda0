import { isInvisible, type Millis, type Status, type Uin } from '@seekyou/language'
import type { Command, Visit } from '../visit.ts'
import { Figures } from './figures.ts'
import type { Complain, Neighbour, Witness } from './witness.ts'

/**
 * After calm everyone's contact list equals the truth; on the way it measures how long each of them was wrong (promises: G5).
 * The truth is what people want; of somebody whose program is gone, what the server was told last.
 */
export class Convergence implements Witness {
  readonly latencies = new Figures()
  readonly #people: ReadonlyMap<Uin, Neighbour>
  readonly #visitOf: (uin: Uin) => Visit | undefined
  readonly #isGuarded: (uin: Uin, watcher: Uin) => boolean | 'doubtful'
  readonly #complain: Complain
  readonly #watchers = new Map<Uin, Set<Uin>>()
  /** Since when a watcher's view of a contact is wrong, by watcher and contact. */
  readonly #wrongSince = new Map<Uin, Map<Uin, Millis>>()

  /**
   * `isGuarded`: whether somebody is hidden from a watcher whom they have not authorized; `doubtful` when the grant came, and the
   * store, which was in trouble, does not have it.
   */
  constructor(
    people: ReadonlyMap<Uin, Neighbour>,
    visitOf: (uin: Uin) => Visit | undefined,
    isGuarded: (uin: Uin, watcher: Uin) => boolean | 'doubtful',
    complain: Complain,
  ) {
    this.#people = people
    this.#visitOf = visitOf
    this.#isGuarded = isGuarded
    this.#complain = complain
  }

  changed(uin: Uin, now: Millis): void {
    if (!this.#people.get(uin)?.isOnline) this.#wrongSince.delete(uin)
    for (const watcher of this.#watchers.get(uin) ?? []) this.#compare(watcher, uin, now, true)
  }

  learned(watcher: Uin, contact: Uin, now: Millis): void {
    this.#compare(watcher, contact, now, false)
  }

  arrived(watcher: Uin, now: Millis): void {
    const neighbour = this.#people.get(watcher)
    if (!neighbour?.isCitizen) return
    for (const contact of neighbour.contacts) {
      const watchers = this.#watchers.get(contact)
      if (watchers) watchers.add(watcher)
      else this.#watchers.set(contact, new Set([watcher]))
      this.#compare(watcher, contact, now, false)
    }
  }

  visitBegan({ uin }: Visit, now: Millis): void {
    this.changed(uin, now)
  }

  visitResumed({ uin }: Visit, now: Millis): void {
    this.changed(uin, now)
  }

  visitEnded({ uin }: Visit, _: boolean, now: Millis): void {
    this.changed(uin, now)
  }

  commandAcked({ uin }: Visit, { intent, acks }: Command, now: Millis): void {
    if (acks > 1) return
    switch (intent?.name) {
      case 'changeStatus':
      case 'announceVisibleTo':
      case 'announceInvisibleTo':
        if (!this.#people.get(uin)?.isOnline) this.changed(uin, now)
    }
  }

  accountChanged(uin: Uin, _: boolean, now: Millis): void {
    this.changed(uin, now)
  }

  judge(now: Millis): void {
    for (const { uin, isCitizen, isOnline, isEvicted, contacts } of this.#people.values()) {
      if (!isCitizen || isEvicted) continue
      if (!isOnline) this.#complain('convergence', now, `${uin} has not come back on line`)
      else for (const contact of contacts) this.#judgePair(uin, contact, now)
    }
  }

  #judgePair(watcher: Uin, contact: Uin, now: Millis): void {
    const truth = this.#truth(contact, watcher)
    const seen = this.#people.get(watcher)?.sees(contact)
    if (seen === truth || this.#isGuarded(contact, watcher) === 'doubtful') return
    const since = this.#wrongSince.get(watcher)?.get(contact)
    this.#complain(
      'convergence',
      now,
      `${watcher} sees ${contact} as ${name(seen)}, who is ${name(truth)}, since ${since?.toFixed(0)}`,
    )
  }

  /** `isNew`: the truth has changed, so that the time begins to count again. */
  #compare(watcher: Uin, contact: Uin, now: Millis, isNew: boolean): void {
    const neighbour = this.#people.get(watcher)
    const wrong = this.#wrongSince.get(watcher)
    if (!neighbour?.isOnline || !neighbour.isCitizen) {
      wrong?.delete(contact)
      return
    }
    if (neighbour.sees(contact) === this.#truth(contact, watcher)) {
      const since = wrong?.get(contact)
      if (since === undefined) return
      this.latencies.add(now - since)
      wrong?.delete(contact)
    } else if (!wrong) this.#wrongSince.set(watcher, new Map([[contact, now]]))
    else if (isNew || !wrong.has(contact)) wrong.set(contact, now)
  }

  #truth(uin: Uin, watcher: Uin): Status | undefined {
    if (this.#isGuarded(uin, watcher) === true) return undefined
    const person = this.#people.get(uin)
    if (person?.isCitizen && person.isOnline) return person.appearsTo(watcher)
    const visit = this.#visitOf(uin)
    if (!visit) return undefined
    const { status, visibleTo, invisibleTo } = visit.appearance
    if (invisibleTo.has(watcher)) return undefined
    return isInvisible(status) && !visibleTo.has(watcher) ? undefined : status
  }
}

const name = (status: Status | undefined): string => (status === undefined ? 'off line' : `0x${status.toString(16)}`)
