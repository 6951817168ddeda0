import type { Answer, Ask } from '@seekyou/office'
import type { Registry } from '../control/registry.ts'

const pageSize = 50

/** Who has changed what, the newest first. */
export async function listAudit(
  { before, count = pageSize }: Ask<'listAudit'>,
  { store }: Registry,
): Promise<Answer<'listAudit'>> {
  return { rows: await store.listAudit(count, before) }
}
