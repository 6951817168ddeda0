import { InvalidArgumentError } from 'commander'
import { durationMs } from '../duration.ts'

/** `30m`, `12h`, `7d`, `4w` in milliseconds. */
export function parseDuration(text: string): number {
  const ms = durationMs(text)
  if (ms !== undefined) return ms
  throw new InvalidArgumentError('Write a number and m, h, d or w, such as 7d for a week.')
}
