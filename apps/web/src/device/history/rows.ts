import { type Entry, textOf, wordsOf } from '@seekyou/messenger'
import { answer } from '../database/database.ts'

/** An entry as it lies on the disk. */
export type Row = Entry & { readonly words: readonly string[] }

export const rowOf = (entry: Entry): Row => ({ ...entry, words: [...new Set(wordsOf(textOf(entry)))] })

export function entryOf({ words: _, ...entry }: Row): Entry {
  return entry
}

/** The rows of one person, or of all, in the order of time. */
export interface Rows {
  readonly source: IDBObjectStore | IDBIndex
  readonly range: IDBKeyRange
  keyOf(row: Pick<Row, 'with' | 'at' | 'id'>): IDBValidKey
}

// An array is greater than every number and every string.
export const rowsOf = (entries: IDBObjectStore, uin: number | undefined): Rows =>
  uin === undefined
    ? { source: entries.index('at'), range: IDBKeyRange.bound([], [[]]), keyOf: ({ at, id }) => [at, id] }
    : { source: entries, range: IDBKeyRange.bound([uin], [uin, []]), keyOf: (row) => [row.with, row.at, row.id] }

/** The same, up to this row and without it. */
export const rowsBefore = (rows: Rows, row: Pick<Row, 'with' | 'at' | 'id'>): Rows => ({
  ...rows,
  range: IDBKeyRange.bound(rows.range.lower, rows.keyOf(row), rows.range.lowerOpen, true),
})

/** The same, from this row on and without it. */
export const rowsAfter = (rows: Rows, row: Row): Rows => ({
  ...rows,
  range: IDBKeyRange.bound(rows.keyOf(row), rows.range.upper, true, rows.range.upperOpen),
})

/** The first rows, in order. */
export const firstOf = ({ source, range }: Rows, count: number): Promise<Row[]> => answer(source.getAll(range, count))

/** The last rows, in order. */
export async function lastOf({ source, range }: Rows, count: number): Promise<Row[]> {
  const first = await keyFromEnd(source, range, count)
  return answer(
    source.getAll(first === undefined ? range : IDBKeyRange.bound(first, range.upper, false, range.upperOpen)),
  )
}

/** The key of the row that is the `count`th from the end; undefined when there are fewer. */
function keyFromEnd(source: Rows['source'], range: IDBKeyRange, count: number): Promise<IDBValidKey | undefined> {
  return new Promise((resolve, reject) => {
    const request = source.openKeyCursor(range, 'prev')
    let isThere = count === 1
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const cursor = request.result
      if (cursor === null || isThere) return resolve(cursor?.key)
      isThere = true
      cursor.advance(count - 1)
    }
  })
}
