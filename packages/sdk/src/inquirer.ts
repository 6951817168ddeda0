import { type Answer, type ClientOutcome, type Inquiry, inquiriesMax } from '@seekyou/client'
import { NoAnswer, SignedOff } from './errors.ts'

/** An inquiry that has no number yet. */
export type Question = Inquiry extends infer One ? (One extends Inquiry ? Omit<One, 'id'> : never) : never
/** What became of an inquiry. */
export type InquiryOutcome = Extract<ClientOutcome, { kind: 'answered' | 'unanswered' }>

interface Asked {
  readonly question: Question
  readonly answers: Answer[]
  readonly resolve: (answers: readonly Answer[]) => void
  readonly reject: (error: unknown) => void
}

/** Questions to the server as promises. They wait while there is no connection, and while too many others are open. */
export class Inquirer {
  readonly #hand: (inquiry: Inquiry) => void
  readonly #nextId: () => number
  readonly #waiting = new Set<Asked>()
  readonly #open = new Map<number, Asked>()
  #isOnline = false
  #isOver = false

  /** `hand` gives an inquiry to the machine; `nextId` makes a number that no other one has. */
  constructor(hand: (inquiry: Inquiry) => void, nextId: () => number) {
    this.#hand = hand
    this.#nextId = nextId
  }

  /**
   * Resolves with all answers. Rejects with `NoAnswer` when the connection ends first, with `SignedOff` after that, and with the
   * signal's reason.
   */
  ask(question: Question, signal?: AbortSignal): Promise<readonly Answer[]> {
    if (signal?.aborted) return Promise.reject(signal.reason)
    return new Promise((resolve, reject) => {
      const forget = (): void => signal?.removeEventListener('abort', abort)
      const asked: Asked = {
        question,
        answers: [],
        resolve: (answers) => {
          forget()
          resolve(answers)
        },
        reject: (error) => {
          forget()
          reject(error)
        },
      }
      const abort = (): void => {
        this.#waiting.delete(asked)
        asked.reject(signal?.reason)
      }
      signal?.addEventListener('abort', abort)
      if (this.#isOver) asked.reject(new SignedOff())
      else {
        this.#waiting.add(asked)
        this.#pump()
      }
    })
  }

  setOnline(isOnline: boolean): void {
    this.#isOnline = isOnline
    this.#pump()
  }

  hear(outcome: InquiryOutcome): void {
    const asked = this.#open.get(outcome.id)
    if (!asked) return
    if (outcome.kind === 'answered') asked.answers.push(outcome.answer)
    if (outcome.kind === 'answered' && !outcome.isLast) return
    this.#open.delete(outcome.id)
    if (outcome.kind === 'answered') asked.resolve(asked.answers)
    else asked.reject(new NoAnswer())
    this.#pump()
  }

  /** The user is gone. */
  end(): void {
    this.#isOver = true
    for (const asked of this.#open.values()) asked.reject(new NoAnswer())
    for (const asked of this.#waiting) asked.reject(new SignedOff())
    this.#open.clear()
    this.#waiting.clear()
  }

  #pump(): void {
    for (const asked of this.#waiting) {
      if (!this.#isOnline || this.#open.size >= inquiriesMax) return
      this.#waiting.delete(asked)
      const id = this.#nextId()
      this.#open.set(id, asked)
      this.#hand({ ...asked.question, id } as Inquiry)
    }
  }
}
