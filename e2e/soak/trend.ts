/** A value at a time. */
export interface Point {
  readonly at: number
  readonly value: number
}

/** The line of least squares through points: how much the value grows per unit of time, and the standard error of that. */
export function trendOf(points: readonly Point[]): { readonly slope: number; readonly error: number } {
  const count = points.length
  if (count < 3) return { slope: 0, error: Number.POSITIVE_INFINITY }
  const meanAt = mean(points.map(({ at }) => at))
  const meanValue = mean(points.map(({ value }) => value))
  let [spread, together] = [0, 0]
  for (const { at, value } of points) {
    spread += (at - meanAt) ** 2
    together += (at - meanAt) * (value - meanValue)
  }
  const slope = together / spread
  let rest = 0
  for (const { at, value } of points) rest += (value - meanValue - slope * (at - meanAt)) ** 2
  return { slope, error: Math.sqrt(rest / (count - 2) / spread) }
}

/** The value below which half of them are; 0 of none. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
