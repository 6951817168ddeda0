import { answer } from '../database/database.ts'
import { lastOf, type Row, rowsBefore, rowsOf } from './rows.ts'

/** How many rows are taken from the disk at a time: as many as keep a page busy for some milliseconds. */
export const batch = 200
/** The same when they lie apart. */
const few = 50
/** A word in no more entries than this is found by itself; for others it is quicker to look through all, the newest first. */
const rare = 2_000

type Key = readonly [uin: number, at: number, id: string]

/** The newest rows in which each of these words begins a word, of one person or of all, newest first. */
export async function searchRows(
  entries: IDBObjectStore,
  words: readonly string[],
  { with: uin, count }: { readonly with?: number; readonly count: number },
): Promise<Row[]> {
  const found: Row[] = []
  for await (const row of candidates(entries, words, uin)) {
    if (found.length >= count) break
    if (words.every((start) => row.words.some((word) => word.startsWith(start)))) found.push(row)
  }
  return found
}

/** Rows among which are all that are looked for, newest first. */
async function* candidates(
  entries: IDBObjectStore,
  words: readonly string[],
  uin: number | undefined,
): AsyncGenerator<Row> {
  const index = entries.index('words')
  const ranges = words.map((word) => IDBKeyRange.bound(word, `${word}\uffff`))
  const counts = await Promise.all(ranges.map((range) => answer(index.count(range))))
  const least = Math.min(...counts)
  const range = ranges[counts.indexOf(least)]
  if (range === undefined) return
  if (least > rare) yield* newestFirst(entries, uin)
  else yield* fetched(entries, (await answer(index.getAllKeys(range))) as unknown as readonly Key[], uin)
}

async function* newestFirst(entries: IDBObjectStore, uin: number | undefined): AsyncGenerator<Row> {
  let rows = rowsOf(entries, uin)
  for (;;) {
    const last = await lastOf(rows, batch)
    yield* last.toReversed()
    if (last[0] === undefined || last.length < batch) return
    rows = rowsBefore(rows, last[0])
  }
}

async function* fetched(entries: IDBObjectStore, keys: readonly Key[], uin: number | undefined): AsyncGenerator<Row> {
  // A word may begin several words of one entry.
  const wanted = [...new Map(keys.map((key) => [key[2], key])).values()]
    .filter(([person]) => uin === undefined || person === uin)
    .sort(([, at, id], [, otherAt, otherId]) => otherAt - at || (otherId > id ? 1 : -1))
  for (let from = 0; from < wanted.length; from += few) {
    yield* await Promise.all(wanted.slice(from, from + few).map((key) => answer<Row>(entries.get([...key]))))
  }
}
