import { writeFileSync } from 'node:fs'
import { Complaint } from '../complaint.ts'
import type { StoreConfig } from '../config.ts'
import { withOffice } from '../control/open-office.ts'
import { allPages } from './all-pages.ts'

/** `seekyou user export`: to standard output, or to a file that only its owner can read. */
export async function exportUsers(file: string | undefined, options: StoreConfig): Promise<void> {
  const accounts = await withOffice(options, {}, (meet) => allPages((after) => meet('exportUsers', { after })))
  const text = accounts.map((account) => `${JSON.stringify(account)}\n`).join('')
  if (file === undefined || file === '-') {
    process.stdout.write(text)
    return
  }
  try {
    writeFileSync(file, text, { mode: 0o600 })
  } catch (error) {
    throw new Complaint(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}.`)
  }
  console.error(`${accounts.length} accounts written to ${file}; it holds password hashes, so keep it to yourself.`)
}
