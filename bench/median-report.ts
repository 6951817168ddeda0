import { median } from './table.ts'

/** What is counted in all rounds together; everything else is measured, and its median says most. */
const counted: ReadonlySet<string> = new Set(['counts', 'lost'])

/** One report of several rounds that are shaped alike: medians of what was measured, sums of what was counted. */
export const medianReport = <Report>(rounds: readonly Report[]): Report => combine(rounds, median) as Report

function combine(values: readonly unknown[], numbers: (values: readonly number[]) => number): unknown {
  const [first] = values
  if (typeof first === 'number') return numbers(values as readonly number[])
  if (Array.isArray(first))
    return first.map((_, index) =>
      combine(
        values.map((one) => (one as unknown[])[index]),
        numbers,
      ),
    )
  if (typeof first !== 'object' || first === null) return first
  const objects = values as readonly Readonly<Record<string, unknown>>[]
  // What was too short to be told in one round is told of none.
  const keys = Object.keys(first).filter((key) => objects.every((one) => key in one))
  return Object.fromEntries(
    keys.map((key) => [
      key,
      combine(
        objects.map((one) => one[key]),
        counted.has(key) ? sum : numbers,
      ),
    ]),
  )
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
