import { expect, test } from 'vitest'
import { findTrigger } from './hears.ts'

test('a text fits as a whole, whatever the case', () => {
  expect(findTrigger(['hello', 'ПРИВЕТ'], ' Привет\n')?.[0]).toBe(' Привет\n')
  expect(findTrigger(['hello'], 'hello there')).toBeUndefined()
  expect(findTrigger(['a.b(c)'], 'A.B(C)')).toBeDefined()
})

test('a pattern fits anywhere, with its groups, and remembers nothing', () => {
  const dice = /roll (\d+)/g
  expect(findTrigger([dice], 'please roll 20')?.[1]).toBe('20')
  expect(findTrigger([dice], 'please roll 20')?.[1]).toBe('20')
  expect(findTrigger([/x/, dice], 'roll 6')?.index).toBe(0)
})
