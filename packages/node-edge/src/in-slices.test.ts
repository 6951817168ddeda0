import { expect, test } from 'vitest'
import { inSlices } from './in-slices.ts'

test('work is done in the order it came in, not at once, and what throws stands in the way of nothing', async () => {
  const soon = inSlices(1)
  const done: number[] = []
  const first = soon(() => done.push(1))
  const wrong = soon(() => {
    throw new Error('broken')
  })
  const last = soon(() => done.push(3))
  expect(done).toEqual([])
  await expect(wrong).rejects.toThrow('broken')
  await Promise.all([first, last])
  expect(done).toEqual([1, 3])
  await soon(() => done.push(4))
  expect(done).toEqual([1, 3, 4])
})

test('when a slice is over, others have their turn before the rest', async () => {
  const soon = inSlices(0)
  const course: string[] = []
  const others = (left: number): void => {
    course.push('others')
    if (left > 0) setImmediate(others, left - 1)
  }
  setImmediate(others, 3)
  await Promise.all(['one', 'two', 'three'].map((name) => soon(() => course.push(name))))
  expect(course.slice(0, 6)).toEqual(['others', 'one', 'others', 'two', 'others', 'three'])
})

test('what comes during a slice waits behind what was there', async () => {
  const soon = inSlices(1_000)
  const done: string[] = []
  let late: Promise<void> | undefined
  const early = soon(() => {
    done.push('one')
    late = soon(() => done.push('three'))
  })
  await Promise.all([early, soon(() => done.push('two'))])
  await late
  expect(done).toEqual(['one', 'two', 'three'])
})
