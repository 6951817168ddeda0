import { InvalidArgumentError } from 'commander'

const hour = 3_600_000
const unitMs: Readonly<Record<string, number>> = { m: 60_000, h: hour, d: 24 * hour, w: 7 * 24 * hour }

/** `30m`, `12h`, `7d`, `4w` in milliseconds. */
export function parseDuration(text: string): number {
  const [, count, unit = ''] = /^(\d{1,5})([mhdw])$/.exec(text) ?? []
  const ms = Number(count) * (unitMs[unit] ?? 0)
  if (ms > 0) return ms
  throw new InvalidArgumentError('Write a number and m, h, d or w, such as 7d for a week.')
}
