import type { Millis, Uin } from '@seekyou/language'
import type { Command, Saying, Visit } from '../visit.ts'
import type { Entry, Ledger, Showing } from './ledger.ts'
import type { Complain, Witness } from './witness.ts'

/** How far a stored message may be ahead of the oldest that is not acknowledged, itself counted. */
const window = 8
/** A visitor who acknowledges nothing stored for a minute holds nothing up any more; they are told the end before. */
const deafMs = 59_000
const endAfterMs = 20_000
/** How long new messages wait for a client that has older ones in the store and does not fetch them. */
const holdMs = 30_000

interface Row {
  /** From the oldest that is not acknowledged on. */
  readonly sayings: Saying[]
  /** From when on one of them might have been acknowledged. */
  quietSince: Millis
  /** The latest one of each sender. */
  readonly latest: Map<Uin, Entry>
  /** The numbers of all. */
  readonly ids: Set<number>
}

/**
 * Messages of one sender to one recipient are shown in the order in which the server accepted them (promises: G3). Stored ones
 * travel up to eight at a time: they are sent oldest first, and may overtake one another on the way.
 */
export class Order implements Witness {
  readonly #ledger: Ledger
  readonly #complain: Complain
  /** The stored messages that were sent during a visit. */
  readonly #rows = new WeakMap<Visit, Row>()
  /** When a visitor asked for stored messages of whose end they do not know. */
  readonly #fetchedAt = new WeakMap<Visit, Millis>()
  readonly #wereDeaf = new WeakSet<Visit>()

  constructor(ledger: Ledger, complain: Complain) {
    this.#ledger = ledger
    this.#complain = complain
  }

  said(visit: Visit, saying: Saying, now: Millis): void {
    const { event, sends } = saying
    if (event.name !== 'storedMessageArrived' || sends > 1) return
    const row: Row = this.#rows.get(visit) ?? {
      sayings: [],
      quietSince: (this.#fetchedAt.get(visit) ?? now) + endAfterMs,
      latest: new Map(),
      ids: new Set(),
    }
    this.#rows.set(visit, row)
    row.sayings.push(saying)
    while (row.sayings[0]!.ackedAt !== undefined) row.sayings.shift()
    this.#noteDeafness(visit, row, now)
    if (row.sayings.length > window) {
      const sentence = `stored messages are sent to ${visit.uin} ${row.sayings.length} ahead of one that is not acknowledged`
      this.#complain('order', now, sentence)
    }
    const entry = this.#ledger.entryOf(event.text)
    if (entry) row.ids.add(entry.id)
    // What was handed over again has several places in the order.
    if (entry?.turn === undefined || entry.handedOver > 1) return
    const before = row.latest.get(entry.from)
    if (before && before.turn! > entry.turn) {
      this.#complain('order', now, `stored message ${entry.id} from ${entry.from} was sent after message ${before.id}`)
    }
    row.latest.set(entry.from, entry)
  }

  /** Another process may send once more what was on its way. */
  visitResumed(visit: Visit): void {
    const row = this.#rows.get(visit)
    if (!row) return
    row.sayings.splice(0, row.sayings.length)
    row.latest.clear()
  }

  commandCame(visit: Visit, { intent }: Command, now: Millis): void {
    if (intent?.name === 'fetchStoredMessages' && !this.#fetchedAt.has(visit)) this.#fetchedAt.set(visit, now)
  }

  sayingAcked(visit: Visit, { event }: Saying, now: Millis): void {
    if (event.name === 'storedMessagesEnded') this.#fetchedAt.delete(visit)
    const row = this.#rows.get(visit)
    if (!row || event.name !== 'storedMessageArrived') return
    this.#noteDeafness(visit, row, now)
    row.quietSince = Math.max(row.quietSince, now)
  }

  judge(now: Millis): void {
    const pairs = new Map<string, Entry[]>()
    for (const entry of this.#ledger.entries()) {
      // What came directly had no turn at the server.
      if (entry.turn === undefined || (entry.showings[0]?.direct ?? true)) continue
      // What is shown of a message that was refused comes from a copy that was handed over later, whose place is not known.
      if (entry.refused && entry.handedOver > 1) continue
      const pair = `${entry.from} ${entry.to}`
      const entries = pairs.get(pair)
      if (entries) entries.push(entry)
      else pairs.set(pair, [entry])
    }
    for (const entries of pairs.values()) this.#judgePair(entries, now)
  }

  #judgePair(entries: Entry[], now: Millis): void {
    entries.sort((a, b) => a.turn! - b.turn!)
    let latest: Entry | undefined
    for (const entry of entries) {
      if (latest && entry.showings[0]!.turn < latest.showings[0]!.turn) {
        if (!this.#mayOvertake(entry.showings[0]!, latest)) {
          const { id, from, to } = entry
          const times = `${entry.showings[0]!.at.toFixed(0)} before ${latest.showings[0]!.at.toFixed(0)}`
          this.#complain(
            'order',
            now,
            `message ${id} from ${from} to ${to} overtook message ${latest.id}: shown at ${times}`,
          )
        }
      } else latest = entry
    }
  }

  #noteDeafness(visit: Visit, row: Row, now: Millis): void {
    if (row.quietSince > now - deafMs) return
    row.sayings.splice(0, row.sayings.length - 1)
    this.#wereDeaf.add(visit)
  }

  /** New messages are held back behind stored ones, but not for ever: the client must fetch those, and acknowledge them. */
  #mayOvertake({ stored, visit }: Showing, overtaken: Entry): boolean {
    if (stored && overtaken.showings[0]!.stored) return true
    // Both were in one row, and what was shown first of the earlier one was a late datagram of a former visit.
    if (stored && visit && this.#rows.get(visit)?.ids.has(overtaken.id)) return true
    if (visit && this.#wereDeaf.has(visit)) return true
    return !stored && visit !== undefined && (visit.fetchedAt ?? Number.POSITIVE_INFINITY) >= visit.beganAt + holdMs
  }
}
