import { complaintOf } from '../complaint.ts'

/** Why something over HTTP was refused: one sentence for whoever asked, and the status that programs look at. */
export class Refusal extends Error {
  readonly status: RefusalStatus
  /** In how many seconds it may be tried again. */
  readonly retryAfter: number | undefined

  constructor(status: RefusalStatus, sentence: string, retryAfter?: number) {
    super(sentence)
    this.name = 'Refusal'
    this.status = status
    this.retryAfter = retryAfter
  }
}

/** What an error means to whoever asked; undefined: it is a bug of ours. */
export function refusalIn(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  const sentence = complaintOf(error)
  if (sentence === undefined) return undefined
  const { exitCode, isUnknown } = error as Complaint
  return new Refusal(exitCode === 2 ? 400 : isUnknown ? 404 : 409, sentence)
}

type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 421 | 429

/** What the office rejects with. `exitCode` 2: it was asked wrongly; `isUnknown`: there is nothing of that name. */
interface Complaint extends Error {
  readonly exitCode: 1 | 2
  readonly isUnknown?: boolean
}
