import type { DatabaseSync } from 'node:sqlite'
import type { WallMillis } from '@seekyou/language'

/** Reads when the store last heard that a node was alive; 0: never. */
export function aliveAtReader(database: DatabaseSync): () => WallMillis {
  const read = database.prepare(`SELECT value FROM counters WHERE name = 'aliveAt'`)
  return () => Number(read.get()?.value ?? 0)
}
