import { expect, it } from 'vitest'
import { bucketsOf } from './buckets.ts'

it('puts samples into pieces of time, leaves out what is older, and keeps empty pieces', () => {
  const rows = [5, 12, 18, 35].map((at) => ({ at }))
  const buckets = bucketsOf(rows, { now: 39, width: 10, count: 3 })
  expect(buckets.map(({ at, rows: inside }) => [at, inside.map((row) => row.at)])).toEqual([
    [10, [12, 18]],
    [20, []],
    [30, [35]],
  ])
})
