import { expect, test } from 'vitest'
import { inBrief } from './in-brief.ts'

test('a span has its two largest units', () => {
  for (const [ms, words] of [
    [-5, '0 s'],
    [999, '0 s'],
    [59_999, '59 s'],
    [60_000, '1 min 0 s'],
    [3_600_000, '1 h 0 min'],
    [100_000_000, '1 d 3 h'],
  ] as const) {
    expect(inBrief(ms)).toBe(words)
  }
})
