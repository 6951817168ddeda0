import { type LimitName, limitNotes } from '@seekyou/server'
import type { Config } from '../config.ts'
import { textTable } from '../terminal/text-table.ts'
import { wrap } from '../terminal/wrap.ts'
import { chosenLimits } from './chosen-limits.ts'

/** A limit as it is shown. */
interface Shown {
  readonly name: string
  readonly value: number
  readonly byDefault: number
  readonly meaning: string
}

/** What a line is at most where nobody knows how wide the terminal is. */
const ordinaryWidth = 100
/** Meanings stay readable in the narrowest window. */
const leastWidth = 30

/** Prints the limits that these options lead to. */
export function showLimits(options: Pick<Config, 'limits' | 'limit'> & { json?: true }): void {
  const chosen = chosenLimits(options)
  const shown = (Object.keys(limitNotes) as LimitName[]).map((name): Shown => {
    const { byDefault, meaning } = limitNotes[name]
    return { name, value: chosen[name], byDefault, meaning }
  })
  if (options.json)
    for (const { value, ...rest } of shown) console.log(JSON.stringify({ ...rest, value: jsonOf(value) }))
  else console.log(asText(shown, process.stdout.columns ?? ordinaryWidth))
}

function asText(shown: readonly Shown[], width: number): string {
  const values = shown.map(worded)
  const before = Math.max(...shown.map(({ name }) => name.length)) + Math.max(...values.map(({ length }) => length)) + 4
  const rows = shown.flatMap(({ name, meaning }, index) =>
    wrap(meaning, Math.max(leastWidth, width - before)).map((line, at) =>
      at === 0 ? [name, values[index]!, line] : ['', '', line],
    ),
  )
  const table = textTable([{ title: 'limit' }, { title: 'value', align: 'right' }, { title: 'meaning' }], rows)
  return `${table}\n\nAnother value: seekyou serve --limit NAME=VALUE, as often as needed.`
}

const isNone = (value: number): boolean => value >= Number.MAX_SAFE_INTEGER

const jsonOf = (value: number): number | null => (isNone(value) ? null : value)

function worded({ value, byDefault }: Shown): string {
  if (value === byDefault) return String(value)
  return `${isNone(value) ? 'none' : value} (not ${byDefault})`
}
