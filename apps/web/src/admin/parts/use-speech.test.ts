import { describe, expect, it } from 'vitest'
import { speechIn } from './use-speech.ts'

const day = 86_400_000

describe('what operators read beside words', () => {
  it.each([
    ['en-GB', '41 days', 'in 6 days', '3 hours ago'],
    ['ru', '41 день', 'через 6 дней', '3 часа назад'],
    ['uk', '41 день', 'через 6 днів', '3 години тому'],
  ])('is said in %s', (locale, lasting, coming, gone) => {
    const speech = speechIn(locale)
    expect(speech.duration(41 * day + 5)).toBe(lasting)
    expect(speech.fromNow(6 * day, 0)).toBe(coming)
    expect(speech.fromNow(0, day / 8)).toBe(gone)
  })

  it('calls the last minute now', () => {
    expect(speechIn('en').fromNow(0, 59_000)).toBe('now')
  })
})
