import type { Uin } from '@seekyou/language'
import type { Entry } from './contract.ts'
import { compareEntries, hasWords, wordsOf } from './entry-words.ts'
import type { History } from './options.ts'

/** A history that ends with the program, for tests: two messengers in turn can be given the same one. */
export function memoryHistory(): History {
  const entries = new Map<string, Entry>()
  const sorted = (uin?: Uin): Entry[] =>
    [...entries.values()].filter((entry) => uin === undefined || entry.with === uin).sort(compareEntries)
  return {
    async page(uin, count, before) {
      const earlier = sorted(uin).filter((entry) => !before || compareEntries(entry, before) < 0)
      return earlier.slice(Math.max(0, earlier.length - count))
    },
    async put(entry) {
      entries.set(entry.id, entry)
    },
    async remove(id) {
      entries.delete(id)
    },
    async search(words, { with: uin, count }) {
      const wanted = wordsOf(words)
      return sorted(uin)
        .filter((entry) => hasWords(entry, wanted))
        .reverse()
        .slice(0, count)
    },
    async *export(uin) {
      yield* sorted(uin)
    },
    async clear(uin) {
      for (const { id } of sorted(uin)) entries.delete(id)
    },
  }
}
