import { useMemo } from 'react'
import type { Language } from './language.ts'
import { useLanguage } from './use-words.ts'

/** Moments, spans and numbers as the reader writes them. */
export interface Dates {
  /** 21:16 */
  time(at: number): string
  /** Sunday 22 November; with the year when it is another one. */
  day(at: number): string
  /** 22 November 1998, 21:16 */
  full(at: number): string
  /** The time today, the weekday within a week, else the date: for lists. */
  brief(at: number, now: number): string
  /** 3 days ago, yesterday. */
  ago(at: number, now: number): string
  number(value: number): string
  /** 1.2 kB */
  bytes(value: number): string
  /** a, b and c */
  list(parts: readonly string[]): string
}

/** The dates of the reader's language and country. */
export function useDates(): Dates {
  const language = useLanguage()
  return useMemo(() => datesIn(localeOf(language, navigator.languages)), [language])
}

/** The first of the reader's locales that is of this language: it knows whether the clock has 12 or 24 hours. Some browsers name locales that are none, such as `en-US@posix`. */
export const localeOf = (language: Language, wanted: readonly string[]): string =>
  wanted.find((tag) => /^[a-z\d-]+$/i.test(tag) && tag.toLowerCase().split('-')[0] === language) ??
  (language === 'en' ? 'en-GB' : language)

export function datesIn(locale: string): Dates {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options)
  const time = format({ hour: '2-digit', minute: '2-digit' })
  const day = format({ weekday: 'long', day: 'numeric', month: 'long' })
  const dayOfYear = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const full = format({ dateStyle: 'long', timeStyle: 'short' })
  const weekday = format({ weekday: 'short' })
  const short = format({ day: 'numeric', month: 'short' })
  const shortOfYear = format({ month: 'short', year: 'numeric' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const numbers = new Intl.NumberFormat(locale)
  const units = (unit: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 })
  const [bytes, kilobytes, megabytes] = [units('byte'), units('kilobyte'), units('megabyte')]
  const lists = new Intl.ListFormat(locale)
  return {
    time: (at) => time.format(at),
    day: (at) => (yearOf(at) === yearOf(Date.now()) ? day : dayOfYear).format(at),
    full: (at) => full.format(at),
    brief(at, now) {
      const days = daysBetween(at, now)
      if (days <= 0) return time.format(at)
      if (days < 7) return weekday.format(at)
      return (yearOf(at) === yearOf(now) ? short : shortOfYear).format(at)
    },
    ago(at, now) {
      const minutes = Math.round((now - at) / minute)
      if (minutes < 60) return relative.format(-Math.max(0, minutes), 'minute')
      if (daysBetween(at, now) <= 0) return relative.format(-Math.round(minutes / 60), 'hour')
      const days = daysBetween(at, now)
      if (days < 31) return relative.format(-days, 'day')
      return days < 365
        ? relative.format(-Math.round(days / 30.4), 'month')
        : relative.format(-Math.round(days / 365), 'year')
    },
    number: (value) => numbers.format(value),
    bytes: (value) =>
      value < 1000
        ? bytes.format(value)
        : value < 1_000_000
          ? kilobytes.format(value / 1000)
          : megabytes.format(value / 1_000_000),
    list: (parts) => lists.format(parts),
  }
}

/** Midnights between two moments. */
export const daysBetween = (earlier: number, later: number): number =>
  Math.round((midnightOf(later) - midnightOf(earlier)) / (24 * 60 * minute))

const minute = 60_000
const midnightOf = (at: number): number => new Date(at).setHours(0, 0, 0, 0)
const yearOf = (at: number): number => new Date(at).getFullYear()
