import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FloodGate } from './flood-gate.ts'

const rate = { burst: 4, perSecond: 1 }

test('a burst is answered, then there is one warning, then silence until half of the burst is there again', () => {
  const gate = new FloodGate<string>(rate)
  const hear = (now: number) => gate.hear('ann', now)
  expect([0, 0, 0, 0, 0, 0, 0].map(hear)).toEqual(['answer', 'answer', 'answer', 'answer', 'warn', 'ignore', 'ignore'])
  expect(hear(1_999)).toBe('ignore')
  expect(hear(3_998)).toBe('answer')
  expect(gate.hear('bob', 0)).toBe('answer')
})

test('whoever goes on flooding is never answered and never warned again', () => {
  const gate = new FloodGate<string>(rate)
  const verdicts = Array.from({ length: 1_000 }, (_, index) => gate.hear('ann', index * 900))
  const firstWarning = verdicts.indexOf('warn')
  expect(firstWarning).toBeGreaterThan(3)
  expect(new Set(verdicts.slice(firstWarning + 1))).toEqual(new Set(['ignore']))
})

test('answers never exceed the rate, and warnings are rarer than answers', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 200 }), (gaps) => {
      const gate = new FloodGate<number>(rate)
      let now = 0
      let answers = 0
      let warnings = 0
      for (const gap of gaps) {
        now += gap
        const verdict = gate.hear(1, now)
        if (verdict === 'answer') answers += 1
        if (verdict === 'warn') warnings += 1
      }
      expect(answers).toBeLessThanOrEqual(rate.burst + now / 1_000)
      expect(warnings).toBeLessThanOrEqual(1 + answers / 2)
    }),
  )
})

test('people are forgotten when there are too many', () => {
  const gate = new FloodGate<number>(rate)
  for (let person = 0; person < 25_000; person++) gate.hear(person, person)
  expect(gate.size).toBeLessThanOrEqual(10_000)
})
