import { expect, test } from 'vitest'
import { Lanes } from './lanes.ts'

test('one person after another in turn, different persons side by side', async () => {
  const lanes = new Lanes<string>()
  const seen: string[] = []
  const first = Promise.withResolvers<void>()
  lanes.put('ann', async () => {
    await first.promise
    seen.push('ann 1')
  })
  lanes.put('ann', async () => {
    seen.push('ann 2')
  })
  const bobs = Promise.withResolvers<void>()
  lanes.put('bob', async () => {
    seen.push('bob')
    bobs.resolve()
  })
  await bobs.promise
  await new Promise((resolve) => setImmediate(resolve))
  expect(seen).toEqual(['bob'])
  expect([lanes.size, lanes.sizeOf('ann'), lanes.sizeOf('bob')]).toEqual([2, 2, 0])
  first.resolve()
  await lanes.whenIdle()
  expect(seen).toEqual(['bob', 'ann 1', 'ann 2'])
  expect(lanes.size).toBe(0)
  await lanes.whenIdle()
})
