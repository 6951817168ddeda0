import type { Kysely } from 'kysely'
import type { Calls } from '../calls.ts'
import type { AuditLine } from '../office.ts'
import type { Tables } from '../tables.ts'

/** As many lines are kept. */
const linesMax = 100_000

export async function writeAudit(
  db: Kysely<Tables>,
  { by, what, whom, detail }: Calls['writeAudit']['ask'],
  at: number,
): Promise<undefined> {
  const { insertId } = await db
    .insertInto('audit')
    .values({ at, by, what, whom: whom ?? null, detail: detail ?? null })
    .executeTakeFirstOrThrow()
  await db
    .deleteFrom('audit')
    .where('id', '<=', Number(insertId) - linesMax)
    .execute()
}

/** The newest lines before one, or of all, the newest first. */
export async function listAudit(
  db: Kysely<Tables>,
  { before, most }: Calls['listAudit']['ask'],
): Promise<readonly AuditLine[]> {
  const lines = db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(most)
  const rows = await (before === undefined ? lines : lines.where('id', '<', before)).execute()
  return rows.map(({ whom, detail, ...row }) => ({ ...row, whom: whom ?? undefined, detail: detail ?? undefined }))
}
