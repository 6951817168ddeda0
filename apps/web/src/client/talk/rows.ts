import type { Conversation, Entry } from '@seekyou/messenger'
import { daysBetween } from '../../words/dates.ts'

/** A line of a conversation as it is drawn: a day, the marker of what is new, or an entry and its place in a run. */
export type TalkRow =
  | { readonly is: 'day'; readonly at: number }
  | { readonly is: 'new'; readonly count: number }
  | { readonly is: 'entry'; readonly entry: Entry; readonly isFirst: boolean; readonly isLast: boolean }

/** The rows of a conversation. A run is what one author says within five minutes, with nothing between. */
export function rowsOf({ entries, marker }: Pick<Conversation, 'entries' | 'marker'>): readonly TalkRow[] {
  const rows: TalkRow[] = []
  const markerAt = entries.findIndex(({ id }) => id === marker?.before)
  entries.forEach((entry, index) => {
    const before = entries[index - 1]
    const after = entries[index + 1]
    if (before === undefined || !isSameDay(before.at, entry.at)) rows.push({ is: 'day', at: entry.at })
    if (marker && index === markerAt) rows.push({ is: 'new', count: marker.count })
    rows.push({
      is: 'entry',
      entry,
      isFirst: !goOn(before, entry) || index === markerAt,
      isLast: !goOn(entry, after) || index + 1 === markerAt,
    })
  })
  return rows
}

/** Whether `after` goes on with what `before` began. */
function goOn(before: Entry | undefined, after: Entry | undefined): boolean {
  if (before === undefined || after === undefined) return false
  return (
    isSaid(before) &&
    isSaid(after) &&
    before.author === after.author &&
    after.at - before.at < runMillis &&
    isSameDay(before.at, after.at)
  )
}

/** Whether somebody says it; else it has happened. */
export const isSaid = ({ content }: Entry): boolean => saidTypes.has(content.type)

const saidTypes: ReadonlySet<Entry['content']['type']> = new Set([
  'message',
  'broadcast',
  'url',
  'contacts',
  'pager',
  'email',
  'other',
])
const runMillis = 5 * 60_000
const isSameDay = (a: number, b: number): boolean => daysBetween(a, b) === 0
