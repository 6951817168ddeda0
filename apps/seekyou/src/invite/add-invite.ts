import type { StoreConfig } from '../config.ts'
import { withOffice } from '../control/open-office.ts'

/** `seekyou invite add`: prints the code and nothing else. */
export async function addInvite(
  code: string | undefined,
  options: StoreConfig & { uses: number; expires?: number },
): Promise<void> {
  const { uses, expires } = options
  const expiresAt = expires === undefined ? undefined : Date.now() + expires
  const added = await withOffice(options, { create: true }, (meet) => meet('addInvite', { code, uses, expiresAt }))
  console.log(added.code)
}
