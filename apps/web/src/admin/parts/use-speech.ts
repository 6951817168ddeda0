import { useMemo } from 'react'
import { type Dates, datesIn, localeOf } from '../../words/dates.ts'
import { useLanguage } from '../../words/use-words.ts'

/** What operators read beside words: times to the second, how long something lasts, when something will be. Times are milliseconds since 1970. */
export interface Speech extends Dates {
  /** 21:16:02 */
  clock(at: number): string
  /** 3 May 2026 */
  date(at: number): string
  /** 3 May 2026, 21:16 */
  dateTime(at: number): string
  /** 4 days; the largest unit is enough. */
  duration(ms: number): string
  /** in 6 days, 3 minutes ago, now */
  fromNow(at: number, now: number): string
  /** 3.1 */
  decimal(value: number): string
}

/** The ways of the reader's language. */
export function useSpeech(): Speech {
  const language = useLanguage()
  return useMemo(() => speechIn(localeOf(language, navigator.languages)), [language])
}

export function speechIn(locale: string): Speech {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const decimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const moment = (options: Intl.DateTimeFormatOptions): ((at: number) => string) => {
    const format = new Intl.DateTimeFormat(locale, options)
    return (at) => format.format(at)
  }
  return {
    ...datesIn(locale),
    clock: moment({ timeStyle: 'medium' }),
    date: moment({ day: 'numeric', month: 'short', year: 'numeric' }),
    dateTime: moment({ dateStyle: 'medium', timeStyle: 'short' }),
    duration(ms) {
      const [unit, size] = unitOf(ms)
      return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.floor(ms / size))
    },
    fromNow(at, now) {
      const [unit, size] = unitOf(Math.abs(at - now))
      return unit === 'second' ? relative.format(0, 'second') : relative.format(Math.round((at - now) / size), unit)
    },
    decimal: (value) => decimals.format(value),
  }
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const

const unitOf = (ms: number): (typeof units)[number] => units.find(([, size]) => ms >= size) ?? units[3]
