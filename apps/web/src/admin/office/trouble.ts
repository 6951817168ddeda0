/**
 * Why the office did not answer: it refused (`complaint` is its sentence), one has to sign in, too much was tried, it cannot be reached, or
 * it failed. Thrown by everything that asks it.
 */
export interface Trouble {
  readonly isTrouble: true
  readonly kind: 'refused' | 'signedOut' | 'tooOften' | 'unreachable' | 'failed'
  /** The office's own sentence; empty: none. */
  readonly complaint: string
}

export const troubleOf = (kind: Trouble['kind'], complaint = ''): Trouble => ({ isTrouble: true, kind, complaint })

/** What was caught, as trouble. What is none is a bug of ours and is thrown again. */
export function asTrouble(caught: unknown): Trouble {
  if (typeof caught === 'object' && caught !== null && 'isTrouble' in caught) return caught as Trouble
  throw caught
}
