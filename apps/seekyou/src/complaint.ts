/** Something a person can put right: one clear sentence on what is wrong and what to do, shown without a stack trace. */
export class Complaint extends Error {
  /** 2: the command was misused. 1: it failed while it ran. */
  readonly exitCode: 1 | 2
  /** Somebody or something of that name is not there. */
  readonly isUnknown: boolean

  constructor(sentence: string, exitCode: 1 | 2 = 1, isUnknown = false) {
    super(sentence)
    this.name = 'Complaint'
    this.exitCode = exitCode
    this.isUnknown = isUnknown
  }
}

/** A complaint about how the command was written. */
export const misuse = (sentence: string): Complaint => new Complaint(sentence, 2)

/** A complaint that there is nobody or nothing of that name. */
export const unknown = (sentence: string): Complaint => new Complaint(sentence, 1, true)

/** The `code` of an error of Node.js (`EADDRINUSE`), or undefined. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
