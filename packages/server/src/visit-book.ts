import type { Intent, Millis, Uin } from '@seekyou/language'

/** How long a group stays open for which nobody waits, in milliseconds. */
const groupMs = 4
/** How long what only repetitions need may go unwritten, in milliseconds; and so much of it is given to write many at once. */
const soonMs = 2_000
const togetherMs = 1_000
/** So many pages are filled up with what has time: rows of thousands at once would hold up everybody, and outlive the collector's nursery. */
const filledUpTo = 250
/** How long more numbers may be waited for while half a block is left, in milliseconds. */
export const reserveMs = 40
/** How long anything waits for a store that does not answer, in milliseconds: then it goes on as if the store had failed. */
const patienceMs = 500
/** How long to wait before the store is asked again after it failed. */
const retryMs = 1_000
/** How often the store hears that the node is alive, in milliseconds. */
const aliveEveryMs = 60_000

/** What is to be written about one visit. */
export interface Page {
  readonly uin: Uin
  /** Where, who and for whom; otherwise numbers only. */
  isWhole: boolean
  /** It is enough if it is written where there is anything to tell: numbers may have moved on within what was kept. */
  isOptional: boolean
  /** Written as it stands: a visit that is about to begin. */
  made: { readonly visit: string; readonly numbers: string } | undefined
  readonly waiting: Waiter[]
}

/** Something that goes on when the page is written, or when it has waited long enough. */
export interface Waiter {
  /** What it will change, which is written with the page. */
  readonly change: Intent | undefined
  readonly tiredAt: Millis
  readonly goOn: (isWritten: boolean) => void
  hasGoneOn: boolean
}

/** Which visits have to be written to the store, and what waits for that. */
export class VisitBook {
  #due = new Map<Uin, Page>()
  #committing: ReadonlyMap<Uin, Page> | undefined
  /** Who is about to begin, and how often at once: what is kept of them belongs to that visit. */
  readonly #beginning = new Map<Uin, number>()
  /** Whose numbers are written before long, and when. All are given the same time, so whoever was noted first is due first. */
  readonly #noted = new Map<Uin, Millis>()
  /** All that waits, the oldest first; some of it may have gone on. */
  #waiting: Waiter[] = []
  #closesAt: Millis | undefined
  #beatAt: Millis = Number.NEGATIVE_INFINITY
  #isFailing = false

  /** When to close, or to go on without the store. Undefined: nothing waits. `isInhabited`: the store is to hear of the node now and then. */
  wakeAt(isInhabited: boolean): Millis | undefined {
    const tiredAt = this.#oldest()?.tiredAt
    if (this.#committing) return tiredAt
    const soonest = this.#noted.size === 0 ? undefined : this.#noted.values().next().value
    return earlier(earlier(earlier(tiredAt, this.#closesAt), soonest), isInhabited ? this.#beatAt : undefined)
  }

  get isSettled(): boolean {
    return !this.#committing && this.#due.size === 0 && this.#noted.size === 0
  }

  /** Whether something that this user has said waits to be written. */
  hasChanges(uin: Uin): boolean {
    return changesOf(this.#due.get(uin)).length > 0 || changesOf(this.#committing?.get(uin)).length > 0
  }

  /** The numbers of a visit have moved on. */
  note(uin: Uin, now: Millis): void {
    if (!this.#noted.has(uin)) this.#noted.set(uin, now + soonMs)
  }

  /** Writes numbers with the next group, which closes within so many milliseconds. */
  writeNumbers(uin: Uin, now: Millis, goOn?: Waiter['goOn'], withinMs = groupMs): void {
    const page = this.#neededPageOf(uin)
    if (goOn) this.#wait(page, undefined, now, goOn)
    this.#closesAt = Math.min(this.#closesAt ?? Number.POSITIVE_INFINITY, now + withinMs)
  }

  /** Somebody cannot go on before the next group is written. */
  hurry(now: Millis): void {
    if (this.#due.size > 0 && !this.#isFailing) this.#closesAt = now
  }

  /** Writes all of a visit, or its end if nobody is there. */
  write(uin: Uin, now: Millis): void {
    this.#neededPageOf(uin).isWhole = true
    this.#closesAt = Math.min(this.#closesAt ?? Number.POSITIVE_INFINITY, now + groupMs)
  }

  /** Writes a change that is made when it is written. */
  writeChange(uin: Uin, change: Intent, now: Millis, goOn: Waiter['goOn']): void {
    const page = this.#neededPageOf(uin)
    page.isWhole = true
    this.#wait(page, change, now, goOn)
    this.#closesAt = now
  }

  /** A visit is over: what was to change in it is not written of the next one. */
  dropChanges(uin: Uin): void {
    for (const pages of [this.#due, this.#committing]) {
      for (const waiter of pages?.get(uin)?.waiting ?? []) if (waiter.change) waiter.hasGoneOn = true
    }
  }

  /** Whether a visit is kept that has not begun: what is said of a former one is not written then. */
  isBeginning(uin: Uin): boolean {
    return this.#beginning.has(uin)
  }

  /** The visit begins at this moment, or never will. */
  endBeginning(uin: Uin): void {
    const count = (this.#beginning.get(uin) ?? 0) - 1
    if (count > 0) this.#beginning.set(uin, count)
    else this.#beginning.delete(uin)
  }

  /** Writes a visit that begins when it is written; `endBeginning` is to follow. */
  writeBeginning(uin: Uin, made: NonNullable<Page['made']>, now: Millis, goOn: Waiter['goOn']): void {
    this.#beginning.set(uin, (this.#beginning.get(uin) ?? 0) + 1)
    const page = this.#neededPageOf(uin)
    page.made = made
    this.#wait(page, undefined, now, (isWritten) => {
      page.made = undefined
      page.isWhole = true
      goOn(isWritten)
    })
    this.#closesAt = now
  }

  /** Whether there is anything to `close`; `all`: also what has time. */
  isDue(now: Millis, all: boolean, isInhabited: boolean): boolean {
    if (this.#due.size > 0 || (isInhabited && this.#beatAt <= now)) return true
    return this.#noted.size > 0 && (all || this.#noted.values().next().value! <= now)
  }

  /** The pages to be written now. */
  close(now: Millis, all: boolean): Iterable<Page> {
    this.#closesAt = undefined
    this.#beatAt = now + aliveEveryMs
    for (const [uin, at] of this.#noted) {
      if ((at > now + togetherMs && !all) || this.#due.size >= filledUpTo) break
      this.#pageOf(uin)
    }
    for (const uin of this.#due.keys()) this.#noted.delete(uin)
    this.#committing = this.#due
    this.#due = new Map()
    return this.#committing.values()
  }

  /** All is on the disk, and whatever waited for it goes on. */
  committed(): void {
    this.#isFailing = false
    for (const { waiting } of this.#endCommit()) for (const waiter of waiting) goOn(waiter, true)
  }

  /** The store could not commit. It is tried again, and whatever waited goes on nevertheless. */
  failed(now: Millis): void {
    this.#isFailing = true
    const pages = this.#endCommit()
    for (const { uin, isWhole, made } of pages) {
      const page = this.#neededPageOf(uin)
      page.isWhole ||= isWhole || made !== undefined
    }
    if (this.#due.size > 0) this.#closesAt = now + retryMs
    for (const { waiting } of pages) for (const waiter of waiting) goOn(waiter, false)
  }

  /** Whatever has waited for too long goes on without the store. */
  tire(now: Millis): void {
    for (let waiter = this.#oldest(); waiter && waiter.tiredAt <= now; waiter = this.#oldest()) goOn(waiter, false)
  }

  #wait(page: Page, change: Intent | undefined, now: Millis, goOn: Waiter['goOn']): void {
    const waiter = { change, tiredAt: now + patienceMs, goOn, hasGoneOn: false }
    page.waiting.push(waiter)
    this.#waiting.push(waiter)
  }

  #oldest(): Waiter | undefined {
    if (this.#waiting.length === 0 || !this.#waiting[0]!.hasGoneOn) return this.#waiting[0]
    const first = this.#waiting.findIndex(({ hasGoneOn }) => !hasGoneOn)
    this.#waiting.splice(0, first < 0 ? this.#waiting.length : first)
    return this.#waiting[0]
  }

  #neededPageOf(uin: Uin): Page {
    const page = this.#pageOf(uin)
    page.isOptional = false
    return page
  }

  #pageOf(uin: Uin): Page {
    const known = this.#due.get(uin)
    if (known) return known
    const page: Page = { uin, isWhole: false, isOptional: true, made: undefined, waiting: [] }
    this.#due.set(uin, page)
    return page
  }

  #endCommit(): readonly Page[] {
    const pages = [...(this.#committing?.values() ?? [])]
    this.#committing = undefined
    return pages
  }
}

/** What will have changed when a page is written. */
export const changesOf = (page: Page | undefined): Intent[] =>
  page ? page.waiting.flatMap(({ change, hasGoneOn }) => (change && !hasGoneOn ? [change] : [])) : []

const earlier = (a: Millis | undefined, b: Millis | undefined): Millis | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a

function goOn(waiter: Waiter, isWritten: boolean): void {
  if (waiter.hasGoneOn) return
  waiter.hasGoneOn = true
  waiter.goOn(isWritten)
}
