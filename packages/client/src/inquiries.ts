import type { Event, EventName, Millis } from '@seekyou/language'
import type { Answer } from './hear-and-say.ts'
import type { Inquiry, InquiryName } from './wishes.ts'

/** How many inquiries may be open at a time. */
export const inquiriesMax = 100

/** A server may let somebody wait who asks very often; after so long the answer was lost. */
const answerMs = 600_000
const marks = 0x1_0000

/** What each inquiry may be answered. */
const answersTo: Readonly<Record<InquiryName, readonly EventName[]>> = {
  searchUin: ['userFound', 'searchEnded'],
  searchUser: ['userFound', 'searchEnded'],
  requestInfo: ['infoFound', 'uinUnknown'],
  requestExtInfo: ['extInfoFound', 'uinUnknown'],
  updateInfo: ['infoUpdated', 'infoNotUpdated'],
  updateExtInfo: ['extInfoUpdated', 'extInfoNotUpdated'],
  changePassword: ['passwordChanged', 'passwordNotChanged'],
}

interface Open {
  readonly inquiry: Inquiry
  /** Its place among all inquiries. */
  readonly turn: number
  readonly until: Millis
}

interface Answered extends Omit<Open, 'until'> {
  readonly answer: Answer
  readonly isLast: boolean
}

/** Inquiries that have not been answered to the end on this connection, oldest first. */
export class Inquiries {
  readonly #random: () => number
  /** By the mark that the answer repeats. */
  readonly #open = new Map<number, Open>()

  #turns = 0

  constructor(random: () => number) {
    this.#random = random
  }

  /** When the oldest has waited long enough. */
  get wakeAt(): Millis | undefined {
    const [first] = this.#open.values()
    return first?.until
  }

  /** Remembers an inquiry and returns a mark for it that no other open one has; undefined when too many are open. */
  put(inquiry: Inquiry, now: Millis): number | undefined {
    if (this.#open.size >= inquiriesMax) return undefined
    let mark = Math.floor(this.#random() * marks)
    while (this.#open.has(mark)) mark = (mark + 1) % marks
    this.#open.set(mark, { inquiry, turn: this.#turns++, until: now + answerMs })
    return mark
  }

  /** Which inquiry an event answers, if it does, and its place among all inquiries; `isLast`: to the end. */
  hear(event: Event, request: number): Answered | undefined {
    const mark = event.name === 'uinUnknown' ? this.#whoAskedFor(event) : request
    const open = mark === undefined ? undefined : this.#open.get(mark)
    if (!open || !answersTo[open.inquiry.name].includes(event.name)) return undefined
    const isLast = event.name !== 'userFound'
    if (isLast) this.#open.delete(mark!)
    return { ...open, answer: event as Answer, isLast }
  }

  /** Removes those that have waited long enough and returns their ids. */
  takeOverdue(now: Millis): number[] {
    const overdue: number[] = []
    for (const [mark, { inquiry, until }] of this.#open) {
      if (until > now) break
      this.#open.delete(mark)
      overdue.push(inquiry.id)
    }
    return overdue
  }

  /** Gives all of them up and returns their ids. */
  clear(): number[] {
    const ids = Array.from(this.#open.values(), ({ inquiry }) => inquiry.id)
    this.#open.clear()
    return ids
  }

  /** Version 2 answers that nobody has a number without repeating the mark. */
  #whoAskedFor({ uin }: Event<'uinUnknown'>): number | undefined {
    for (const [mark, { inquiry }] of this.#open) {
      const isAbout = inquiry.name === 'requestInfo' || inquiry.name === 'requestExtInfo'
      if (isAbout && inquiry.uin === uin) return mark
    }
    return undefined
  }
}
