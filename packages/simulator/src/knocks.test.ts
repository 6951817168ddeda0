import type { Frame } from '@seekyou/wire'
import { expect, test } from 'vitest'
import { Knocks } from './knocks.ts'

test('of what comes after a sign-on the first is remembered, because that is what waits for the answer', () => {
  const knocks = new Knocks()
  knocks.add(7 as never, { name: 'signOn', uin: 1_001 } as never, 2, 1, 0)
  for (let sequence = 2; sequence < 1_000; sequence++) knocks.follow(7 as never, { uin: 1_001, sequence } as Frame)
  const [knock] = knocks.at(7 as never)
  expect(knock?.frames.slice(0, 2)).toMatchObject([{ sequence: 2 }, { sequence: 3 }])
  expect(knock?.frames.length).toBeLessThan(998)
})
