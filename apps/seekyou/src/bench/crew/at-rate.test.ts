import { expect, test } from 'vitest'
import { atRate } from './at-rate.ts'

/** Lets something be done at a rate until it has been tried so many times. */
function tries(perSecond: number, count: number, isDone: (index: number) => boolean): Promise<number[]> {
  return new Promise((resolve) => {
    const due: number[] = []
    const stop = atRate(perSecond, (dueAt) => {
      if (due.length < count) due.push(dueAt)
      else {
        stop()
        resolve(due)
      }
      return isDone(due.length)
    })
  })
}

test('things are due evenly, however late they are done', async () => {
  const due = await tries(10_000, 200, () => true)
  for (const [index, at] of due.entries()) expect(at - due[0]!).toBeCloseTo(index * 0.1, 6)
})

test('what cannot be done stays due', async () => {
  const due = await tries(1_000, 9, (index) => index % 3 === 0)
  expect(new Set(due).size).toBe(3)
})
