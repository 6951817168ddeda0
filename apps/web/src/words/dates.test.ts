import { expect, test } from 'vitest'
import { datesIn, daysBetween, localeOf } from './dates.ts'

const at = (day: number, hour: number, year = 2026): number => new Date(year, 10, day, hour, 5).getTime()
const now = at(22, 21)

test('a list says the time today, the weekday this week, else the date', () => {
  const dates = datesIn('en-GB')
  expect(dates.brief(at(22, 9), now)).toBe('09:05')
  expect(dates.brief(at(21, 23), now)).toBe('Sat')
  expect(dates.brief(at(2, 9), now)).toBe('2 Nov')
  expect(dates.brief(at(2, 9, 1998), now)).toBe('Nov 1998')
})

test('how long ago is said in the largest unit that fits', () => {
  const dates = datesIn('ru')
  expect(dates.ago(at(22, 18), now)).toBe('3 часа назад')
  expect(dates.ago(at(21, 23), now)).toBe('вчера')
  expect(dates.ago(at(12, 9), now)).toBe('10 дней назад')
  expect(dates.ago(at(22, 21, 2024), now)).toBe('2 года назад')
})

test('days are counted by midnights', () => {
  expect(daysBetween(at(21, 23), at(22, 0))).toBe(1)
  expect(daysBetween(at(22, 0), at(22, 23))).toBe(0)
})

test('the locale of the reader is kept when it is of the language', () => {
  expect(localeOf('en', ['ru', 'en-US'])).toBe('en-US')
  expect(localeOf('en', ['ru'])).toBe('en-GB')
  expect(localeOf('uk', ['ru'])).toBe('uk')
})
