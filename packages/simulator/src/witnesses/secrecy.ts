import { isInvisible, type Millis, type Status, type Uin } from '@seekyou/language'
import type { Command, Saying, Visit } from '../door.ts'
import type { Ledger } from './ledger.ts'
import type { Complain, Witness } from './witness.ts'

/** How somebody could be seen during a stretch of time, according to what the server had acknowledged. */
interface Appearance {
  until: Millis
  readonly status: Status
  readonly visibleTo: ReadonlySet<Uin>
  readonly invisibleTo: ReadonlySet<Uin>
}

/** News may be this old when it is first sent: it waits behind others for a visitor who is slow to answer. */
const newsAgeMs = 180_000

/** Nobody is told what is not theirs: presence only of contacts who may be seen, messages only of one's own (promises: G4). */
export class Secrecy implements Witness {
  readonly #ledger: Ledger
  readonly #complain: Complain
  readonly #appearances = new Map<Uin, Appearance[]>()

  constructor(ledger: Ledger, complain: Complain) {
    this.#ledger = ledger
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

  #appear({ uin, status, visibleTo, invisibleTo }: Visit, now: Millis): void {
    const appearances = (this.#appearances.get(uin) ?? []).filter(({ until }) => until >= now - newsAgeMs)
    const last = appearances.at(-1)
    if (last && last.until > now) last.until = now
    appearances.push({ until: Number.POSITIVE_INFINITY, status, visibleTo, invisibleTo })
    this.#appearances.set(uin, appearances)
  }

  #checkPresence({ uin: watcher, beganAt }: Visit, uin: Uin, now: Millis): void {
    const since = Math.max(beganAt, now - newsAgeMs)
    for (const { until, status, visibleTo, invisibleTo } of this.#appearances.get(uin) ?? []) {
      if (until < since || invisibleTo.has(watcher)) continue
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
