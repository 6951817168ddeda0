/** Half hours west of Greenwich that there are on the map: from UTC+14 to UTC−12. */
export const timeZones: readonly number[] = Array.from({ length: 53 }, (_, i) => i - 28)

/** `UTC+5:30`. `halfHoursWest` as in a long profile. */
export function timeZoneName(halfHoursWest: number): string {
  const minutes = Math.abs(halfHoursWest) * 30
  const sign = halfHoursWest > 0 ? '−' : '+'
  return halfHoursWest === 0
    ? 'UTC'
    : `UTC${sign}${Math.floor(minutes / 60)}:${minutes % 60 === 0 ? '00' : minutes % 60}`
}

/** What the clock shows there, `22:16`. */
export function clockThere(halfHoursWest: number, now: Date, language: string): string {
  const there = new Date(now.getTime() - halfHoursWest * 30 * 60_000)
  return new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: 'UTC' }).format(there)
}

/** Where this machine's clock stands. */
export const timeZoneHere = (now: Date): number => Math.round(now.getTimezoneOffset() / 30)
