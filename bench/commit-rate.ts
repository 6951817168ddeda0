import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * How many transactions a second this disk makes durable with SQLite in the mode that the store uses (WAL, a sync for each
 * commit), one message in each. The folder is where the measured servers keep their data, too.
 */
export async function measureCommitRate(seconds: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'seekyou-bench-'))
  const database = new DatabaseSync(join(folder, 'yardstick.db'))
  try {
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE message (id INTEGER PRIMARY KEY, text BLOB)',
    )
    const insert = database.prepare('INSERT INTO message (text) VALUES (?)')
    const text = new Uint8Array(64).fill(0x61)
    const begun = performance.now()
    let commits = 0
    do {
      insert.run(text)
      commits += 1
    } while (performance.now() - begun < seconds * 1000)
    return (commits * 1000) / (performance.now() - begun)
  } finally {
    database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
