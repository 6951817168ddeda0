/** One thing that the house rules object to, where it stands, and what to do about it. */
export interface Finding {
  /** Path from the repository's root, with forward slashes. */
  readonly file: string
  /** First line is 1. */
  readonly line: number
  readonly problem: string
  readonly remedy: string
  /** A warning is shown and does not fail the check. */
  readonly severity: 'error' | 'warning'
}

/** An error; most findings are. */
export function finding(file: string, line: number, problem: string, remedy: string): Finding {
  return { file, line, problem, remedy, severity: 'error' }
}
