/** From values to places in the picture. */
export interface Scale {
  readonly at: (value: number) => number
  /** Where lines are drawn, and what stands beside them. */
  readonly ticks: readonly { readonly value: number; readonly label: string }[]
}

/** Each power of ten is as wide as the next. Everything from `least` to `most` has a place; both are above 0. */
export function logScale(least: number, most: number, start: number, end: number): Scale {
  const low = Math.floor(Math.log10(least))
  const high = Math.max(low + 1, Math.ceil(Math.log10(most)))
  return {
    at: (value) => start + ((Math.log10(Math.max(value, 10 ** low)) - low) / (high - low)) * (end - start),
    ticks: Array.from({ length: high - low + 1 }, (_, index) => {
      const value = 10 ** (low + index)
      return { value, label: shortNumber(value) }
    }),
  }
}

/** Percentiles, with as much room between 90 and 99 as between 99 and 99.9: what is rare is what hurts. */
export function percentScale(start: number, end: number): Scale {
  const nines = (percent: number): number => -Math.log10(Math.max(1 - percent / 100, 10 ** -farthest))
  return {
    at: (percent) => start + (nines(percent) / farthest) * (end - start),
    ticks: [
      { value: 50, label: '50 %' },
      { value: 90, label: '90 %' },
      { value: 99, label: '99 %' },
      { value: 99.9, label: '99.9 %' },
      { value: 100, label: 'max' },
    ],
  }
}

const farthest = 4

/** `0.01`, `25`, `1,300`, `12 k`. */
export function shortNumber(value: number): string {
  if (value >= 100_000) return `${Math.round(value / 1_000).toLocaleString('en-US')} k`
  if (value >= 100) return Math.round(value).toLocaleString('en-US')
  return String(Number(value.toPrecision(value >= 10 ? 3 : 2)))
}
