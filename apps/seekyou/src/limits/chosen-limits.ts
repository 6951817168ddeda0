import { type LimitName, type Limits, limitNotes, limitsOff, limitsOn } from '@seekyou/server'
import { misuse } from '../complaint.ts'
import type { Config } from '../config.ts'
import { nearest } from '../nearest.ts'

/** The limits that `--limits` and `--limit` ask for. Throws a complaint about a name or a value that cannot be. */
export function chosenLimits({ limits, limit = new Map() }: Pick<Config, 'limits' | 'limit'>): Limits {
  const chosen: Record<LimitName, number> = { ...(limits ? limitsOn : limitsOff) }
  for (const [name, value] of limit) {
    if (!isLimitName(name)) throw misuse(unknown(name))
    const { least } = limitNotes[name]
    if (value < least) throw misuse(`The limit ${name} must be at least ${least}.`)
    chosen[name] = value
  }
  return chosen
}

const isLimitName = (name: string): name is LimitName => Object.hasOwn(limitNotes, name)

function unknown(name: string): string {
  const meant = nearest(name, Object.keys(limitNotes))
  return `There is no limit called ${name}: ${meant ? `did you mean ${meant}?` : 'seekyou limits lists them all.'}`
}
