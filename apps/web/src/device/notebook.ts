import type { Notebook } from '@seekyou/messenger'
import { answer, type Database } from './database/database.ts'
import type { Guard } from './database/guard.ts'

/** Small things by name; what the storage does not take is remembered until the page is closed. `undefined` takes one away. */
export function openNotebook(database: Database, guard: Guard): Notebook {
  const unkept = new Map<string, unknown>()
  return {
    async read() {
      const kept = await guard(
        () =>
          database.run(['notes'], 'readonly', async (transaction) => {
            const notes = transaction.objectStore('notes')
            const [names, values] = await Promise.all([answer(notes.getAllKeys()), answer(notes.getAll())])
            return names.map((name, at): [string, unknown] => [String(name), values[at]])
          }),
        () => [],
      )
      return new Map([...kept, ...unkept])
    },
    write: (name, value) =>
      guard(
        async () => {
          await database.run(['notes'], 'readwrite', (transaction) => {
            const notes = transaction.objectStore('notes')
            if (value === undefined) notes.delete(name)
            else notes.put(value, name)
          })
          unkept.delete(name)
        },
        () => void unkept.set(name, value),
      ),
  }
}
