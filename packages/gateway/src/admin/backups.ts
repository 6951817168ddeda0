import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Refusal } from './refusal.ts'

/** A backup of this folder as a file to be saved. Only names that we give are looked at, so none leads elsewhere. */
export async function backupFile(folder: string, name: string): Promise<Response> {
  if (!/^seekyou-\d{8}-\d{6}(-\d+)?\.db$/.test(name)) throw unknownBackup()
  const file = await open(join(folder, name), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch(() => {
    throw unknownBackup()
  })
  const found = await file.stat()
  if (!found.isFile()) {
    await file.close()
    throw unknownBackup()
  }
  const body = Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>
  return new Response(body, {
    headers: {
      'Content-Type': 'application/vnd.sqlite3',
      'Content-Length': String(found.size),
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
}

const unknownBackup = (): Refusal => new Refusal(404, 'There is no such backup: GET /api/backups lists them.')
