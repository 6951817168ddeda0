import type { Millis } from '@seekyou/language'
import { type Answered, asksForPerson, type Words } from './frames.ts'
import { answerMs } from './limits.ts'

/** What is asked over a channel; its number is the channel's business. */
export type Question = Omit<Words, 'command' | 'sequence'>

export interface OpenQuestion {
  readonly question: Question
  /** What comes back with the answer. */
  readonly receipt: unknown
  readonly sequence: number
  /** When it is answered at the latest; undefined when a person has to decide, or it has not been asked yet. */
  until: Millis | undefined
}

/** What we have asked over one channel and was not answered, oldest first. */
export class Questions {
  readonly #open = new Map<number, OpenQuestion>()
  /** Counts down, as the original client's. */
  #nextSequence = 0xffff_fffe

  get size(): number {
    return this.#open.size
  }

  /** When the first one should have been answered. */
  get dueAt(): Millis | undefined {
    let dueAt: Millis | undefined
    for (const { until } of this.#open.values()) {
      if (until !== undefined && (dueAt === undefined || until < dueAt)) dueAt = until
    }
    return dueAt
  }

  add(question: Question, receipt: unknown): OpenQuestion {
    const open: OpenQuestion = { question, receipt, sequence: this.#nextSequence--, until: undefined }
    this.#open.set(open.sequence, open)
    return open
  }

  /** It has been asked. */
  asked(open: OpenQuestion, now: Millis): void {
    if (!asksForPerson(open.question.kind)) open.until = now + answerMs
  }

  /** What a frame answers, if it answers anything. */
  answeredBy({ value }: Answered): OpenQuestion | undefined {
    const open = this.#open.get(value.sequence)
    return open?.question.kind === value.kind ? open : undefined
  }

  /** Removes one: only the first answer counts. */
  close({ sequence }: OpenQuestion): void {
    this.#open.delete(sequence)
  }

  /** The question with this receipt. */
  find(receipt: unknown): OpenQuestion | undefined {
    return this.all().find((open) => open.receipt === receipt)
  }

  all(): OpenQuestion[] {
    return [...this.#open.values()]
  }
}
