/** How many tests, seeds or rounds of something went well. */
export interface Tally {
  readonly passed: number
  readonly failed: number
}

/**
 * What a run says about itself: the last line of the form `N passed, N failed`. A run that ended badly counts at least one failure,
 * and so does a run that says nothing.
 */
export function tallyOf({ ok, output }: { readonly ok: boolean; readonly output: string }): Tally {
  const last = [...output.matchAll(/^(\d+) passed, (\d+) failed\r?$/gm)].at(-1)
  if (!last) return { passed: 0, failed: 1 }
  const failed = Number(last[2])
  return { passed: Number(last[1]), failed: ok ? failed : Math.max(1, failed) }
}

/** The sum of several. */
export const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), { passed: 0, failed: 0 })

/** The line that everything here ends with. */
export const sayTally = ({ passed, failed }: Tally): string => `${passed} passed, ${failed} failed`
