import { type FileHandle, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Lines in a file that only grows, until it is written anew. One process at a time. */
export interface Journal {
  /** What was in the file, oldest first; a last line that was never finished is left out. */
  readonly lines: readonly string[]
  /** Adds a line, which must have no line end in it. Fulfilled when it is on the disk. Calls must not overlap. */
  append(line: string): Promise<void>
  /** Makes these all the lines, as a whole or not at all. Fulfilled when they are on the disk. */
  rewrite(lines: readonly string[]): Promise<void>
  close(): Promise<void>
}

/** Opens a journal, and makes the file if it is not there. Rejects with the system's error. */
export async function openJournal(path: string): Promise<Journal> {
  const text = await readIfThere(path)
  const lines = text.split('\n').slice(0, -1)
  let file = await openToAppend(path)
  // What a power cut has left of a line must not become the beginning of the next one.
  await file.truncate(Buffer.byteLength(lines.map((line) => `${line}\n`).join('')))

  return {
    lines,
    async append(line) {
      await file.appendFile(`${line}\n`)
      await file.datasync()
    },
    async rewrite(lines) {
      const written = await open(`${path}.new`, 'w', 0o600)
      try {
        await written.writeFile(lines.map((line) => `${line}\n`).join(''))
        await written.sync()
      } finally {
        await written.close()
      }
      await rename(`${path}.new`, path)
      await syncFolder(dirname(path))
      await file.close()
      file = await openToAppend(path)
    },
    close: () => file.close(),
  }
}

/** For its owner alone: what is written here may be private. */
const openToAppend = (path: string): Promise<FileHandle> => open(path, 'a', 0o600)

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

/** A new name is durable when its folder is. Windows has no word for that, and needs none. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined)
  await folder?.sync().catch(() => {})
  await folder?.close()
}
