import type { DatabaseSync, StatementSync } from 'node:sqlite'

/**
 * How many ids are set aside at a time: far more than are used between two commits, so that ids which never reached the disk
 * are not used again either; few enough that a process may start 30 million times before whole numbers run out.
 */
const block = 2 ** 28

/** Sees to it that no id is used twice, whatever crashes: ids are set aside on the disk, a block at a time, before they are used. */
export class MessageIds {
  /** The first id that nobody has used. */
  readonly first: number
  readonly #set: StatementSync
  #setAside: number

  constructor(database: DatabaseSync) {
    this.#set = database.prepare(
      `INSERT INTO counters (name, value) VALUES ('nextMessageId', ?)
       ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    )
    const row = database.prepare(`SELECT value FROM counters WHERE name = 'nextMessageId'`).get()
    this.first = Number(row?.value ?? 1)
    this.#setAside = this.first + block
    this.#set.run(this.#setAside)
  }

  /**
   * To be called inside a transaction that mentions `id`. Sets more aside when all are used up. Call the returned function
   * once the transaction is on the disk.
   */
  use(id: number): (() => void) | undefined {
    if (id < this.#setAside) return undefined
    const setAside = id + block
    this.#set.run(setAside)
    return () => {
      this.#setAside = setAside
    }
  }
}
