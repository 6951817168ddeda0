import { uin, type WallMillis } from '@seekyou/language'
import type { Entry, Marker } from '@seekyou/messenger'
import { expect, test } from 'vitest'
import { rowsOf } from './rows.ts'

const start = new Date(1998, 10, 22, 23, 50).getTime()
const entry = (minute: number, author: Entry['author'], content?: Entry['content']): Entry => ({
  id: `e${minute}`,
  with: uin(204118),
  at: (start + minute * 60_000) as WallMillis,
  author,
  content: content ?? { type: 'message', text: 'hello' },
})
const drawn = (entries: readonly Entry[], marker?: Marker): readonly string[] =>
  rowsOf({ entries, marker }).map((row) => {
    if (row.is === 'day') return 'day'
    if (row.is === 'new') return `${row.count} new`
    return `${row.entry.id}${row.isFirst ? ' first' : ''}${row.isLast ? ' last' : ''}`
  })

test('what one says within five minutes is a run', () => {
  expect(drawn([entry(0, 'them'), entry(1, 'them'), entry(2, 'me'), entry(8, 'me')])).toEqual([
    'day',
    'e0 first',
    'e1 last',
    'e2 first last',
    'e8 first last',
  ])
})

test('a new day has a line, and ends a run', () => {
  expect(drawn([entry(9, 'me'), entry(11, 'me')])).toEqual(['day', 'e9 first last', 'day', 'e11 first last'])
})

test('the marker stands before the first unread one, says what was new when it was set, and ends a run', () => {
  expect(
    drawn([entry(0, 'them'), entry(1, 'them'), entry(2, 'me'), entry(3, 'them')], { before: 'e1', count: 1 }),
  ).toEqual(['day', 'e0 first last', '1 new', 'e1 first last', 'e2 first last', 'e3 first last'])
})

test('what happens between ends a run', () => {
  const went = entry(1, 'program', { type: 'status', status: undefined })
  expect(drawn([entry(0, 'them'), went, entry(2, 'them')])).toEqual([
    'day',
    'e0 first last',
    'e1 first last',
    'e2 first last',
  ])
})
