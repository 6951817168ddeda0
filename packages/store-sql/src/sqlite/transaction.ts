import type { DatabaseSync } from 'node:sqlite'

/**
 * Does the work in one transaction: all of it is on the disk when the promise resolves, nothing of it when it rejects. There
 * is one connection, so nothing else may be asked of the database meanwhile.
 */
export async function transaction<Result>(
  database: DatabaseSync,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = await work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    rollBack(database)
    throw error
  }
}

function rollBack(database: DatabaseSync): void {
  // SQLite rolls back by itself after some errors, a full disk among them.
  if (!database.isTransaction) return
  try {
    database.exec('ROLLBACK')
  } catch {
    // The first error says more. The next call tries again.
  }
}
