import { createReadStream, statSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { ImportRow, Meet } from '@seekyou/office'
import { Complaint } from '../complaint.ts'
import type { StoreConfig } from '../config.ts'
import { withOffice } from '../control/open-office.ts'
import { type Progress, showProgress } from '../terminal/progress.ts'
import { importRow } from './import-row.ts'

/** So many accounts are hashed side by side and stored in one transaction. */
const batchSize = 500

/** `seekyou user import`: bad lines are named, the others go in; ends with one line that sums up. */
export async function importUsers(file: string, options: StoreConfig): Promise<void> {
  const input = file === '-' ? process.stdin : openFile(file)
  const size = file === '-' ? undefined : statSync(file).size
  const progress = showProgress()
  const total = await withOffice(options, { create: true }, (meet) => importLines(input, size, meet, progress))
  progress.done()
  console.log(`${total.added} accounts added, ${total.refused} lines refused.`)
  if (total.refused > 0) process.exitCode = 1
}

async function importLines(
  input: NodeJS.ReadableStream,
  size: number | undefined,
  meet: Meet,
  progress: Progress,
): Promise<{ added: number; refused: number }> {
  const total = { added: 0, refused: 0 }
  let line = 0
  let bytes = 0
  let batch: ImportRow[] = []
  const refuse = (line: number, because: string): void => {
    total.refused += 1
    progress.say(`seekyou: line ${line}: ${because}`)
  }
  const store = async (): Promise<void> => {
    const { added, refused } = await meet('importUsers', { rows: batch })
    total.added += added
    batch = []
    for (const { line, because } of refused) refuse(line, because)
    progress.show(`${total.added} accounts`, size && Math.min(1, bytes / size))
  }
  progress.show('0 accounts', size && 0)
  for await (const json of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1
    bytes += Buffer.byteLength(json) + 1
    if (json.trim() === '') continue
    const row = importRow(json, line)
    if (typeof row === 'string') refuse(line, row)
    else batch.push(row)
    if (batch.length === batchSize) await store()
  }
  if (batch.length > 0) await store()
  return total
}

function openFile(file: string): ReturnType<typeof createReadStream> {
  if (statSync(file, { throwIfNoEntry: false })?.isFile()) return createReadStream(file)
  throw new Complaint(`There is no file ${file} to import.`)
}
