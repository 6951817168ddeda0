import { compareEntries, type Entry, type History, memoryHistory } from '@seekyou/messenger'
import type { Guard } from '../database/guard.ts'

/** Conversations in `kept`; what it cannot take stays in memory, and both are shown as one. Never rejects. */
export function safeHistory(kept: History, guard: Guard): History {
  const memory = memoryHistory()
  const unkept = new Set<string>()
  const none = (): readonly Entry[] => []
  const both = (first: readonly Entry[], second: readonly Entry[]): Entry[] =>
    [...first.filter(({ id }) => !unkept.has(id)), ...second].sort(compareEntries)
  const forget = (id: string): Promise<void> => {
    unkept.delete(id)
    return memory.remove(id)
  }

  return {
    async page(uin, count, before) {
      const found = await guard(() => kept.page(uin, count, before), none)
      return both(found, await memory.page(uin, count, before)).slice(-count)
    },
    put: (entry) =>
      guard(
        async () => {
          await kept.put(entry)
          await forget(entry.id)
        },
        () => {
          unkept.add(entry.id)
          void memory.put(entry)
        },
      ),
    async remove(id) {
      await forget(id)
      await guard(
        () => kept.remove(id),
        () => undefined,
      )
    },
    async search(words, options) {
      const found = await guard(() => kept.search(words, options), none)
      return both(found, await memory.search(words, options))
        .reverse()
        .slice(0, options.count)
    },
    async *export(uin) {
      const waiting: Entry[] = []
      for await (const entry of memory.export(uin)) waiting.push(entry)
      const rows: AsyncIterator<Entry, undefined> = kept.export(uin)[Symbol.asyncIterator]()
      const next = () =>
        guard(
          () => rows.next(),
          (): IteratorResult<Entry, undefined> => ({ done: true, value: undefined }),
        )
      for (let row = await next(); !row.done; row = await next()) {
        while (waiting[0] !== undefined && compareEntries(waiting[0], row.value) < 0) yield waiting.shift()!
        if (!unkept.has(row.value.id)) yield row.value
      }
      yield* waiting
    },
    async clear(uin) {
      await memory.clear(uin)
      await guard(
        () => kept.clear(uin),
        () => undefined,
      )
    },
  }
}
