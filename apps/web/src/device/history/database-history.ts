import { type History, wordsOf } from '@seekyou/messenger'
import { answer, type Database } from '../database/database.ts'
import { entryOf, firstOf, lastOf, rowOf, rowsAfter, rowsBefore, rowsOf } from './rows.ts'
import { batch, searchRows } from './search-rows.ts'

/** Conversations in a database. Everything rejects when the storage fails. */
export function databaseHistory(database: Database): History {
  const read = <Result>(act: (entries: IDBObjectStore) => Promise<Result>) =>
    database.run(['entries'], 'readonly', (transaction) => act(transaction.objectStore('entries')))
  const write = (act: (entries: IDBObjectStore) => void | Promise<void>) =>
    database.run(['entries'], 'readwrite', (transaction) => act(transaction.objectStore('entries')))
  const removeFrom = async (entries: IDBObjectStore, id: string): Promise<void> => {
    const key = await answer(entries.index('id').getKey(id))
    if (key !== undefined) entries.delete(key)
  }

  return {
    page: (uin, count, before) =>
      read(async (entries) => {
        const all = rowsOf(entries, uin)
        const rows = before === undefined ? all : rowsBefore(all, { with: uin, at: before.at, id: before.id })
        return (await lastOf(rows, count)).map(entryOf)
      }),
    put: (entry) =>
      write(async (entries) => {
        // Its place may be another one.
        await removeFrom(entries, entry.id)
        entries.put(rowOf(entry))
      }),
    remove: (id) => write((entries) => removeFrom(entries, id)),
    search: (text, options) =>
      read(async (entries) => (await searchRows(entries, wordsOf(text), options)).map(entryOf)),
    async *export(uin) {
      let last: Awaited<ReturnType<typeof firstOf>>[number] | undefined
      do {
        const after = last
        const rows = await read((entries) => {
          const all = rowsOf(entries, uin)
          return firstOf(after === undefined ? all : rowsAfter(all, after), batch)
        })
        yield* rows.map(entryOf)
        last = rows.length < batch ? undefined : rows.at(-1)
      } while (last !== undefined)
    },
    clear: (uin) =>
      write((entries) => {
        if (uin === undefined) entries.clear()
        else entries.delete(rowsOf(entries, uin).range)
      }),
  }
}
