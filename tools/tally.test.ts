import { expect, test } from 'vitest'
import { sayTally, sum, tallyOf } from './tally.ts'

test('the last line counts', () => {
  expect(tallyOf({ ok: true, output: '1 passed, 0 failed\nseed 3\n300 passed, 0 failed\n' })).toEqual({
    passed: 300,
    failed: 0,
  })
  expect(tallyOf({ ok: false, output: '299 passed, 1 failed\r\n' })).toEqual({ passed: 299, failed: 1 })
})

test('a run that crashed or fell silent is a failure', () => {
  expect(tallyOf({ ok: false, output: '7 passed, 0 failed\n' })).toEqual({ passed: 7, failed: 1 })
  expect(tallyOf({ ok: false, output: '' })).toEqual({ passed: 0, failed: 1 })
  expect(tallyOf({ ok: true, output: 'all is well: 7 passed, 0 failed\n' })).toEqual({ passed: 0, failed: 1 })
})

test('tallies add up and are said in the form in which they are read', () => {
  const total = sum([
    tallyOf({ ok: true, output: '2 passed, 0 failed' }),
    tallyOf({ ok: true, output: '3 passed, 4 failed' }),
  ])
  expect(tallyOf({ ok: true, output: sayTally(total) })).toEqual({ passed: 5, failed: 4 })
  expect(sum([])).toEqual({ passed: 0, failed: 0 })
})
