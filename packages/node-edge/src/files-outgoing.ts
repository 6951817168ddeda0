import { type FileHandle, open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { FileInput, FileNumber } from './files-incoming.ts'
import { Turns } from './files-turns.ts'

/** The most bytes that are read at a time, whatever is asked for. */
const readMax = 256 * 1024

/** A file that cannot be sent. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
  readonly path: string
  /** Why, as the end of a sentence. */
  readonly detail: string

  constructor(path: string, detail: string, cause?: unknown) {
    super(`${path} cannot be read: ${detail}.`, { cause })
    this.path = path
    this.detail = detail
  }
}

/** The name without folders and the size in bytes. Rejects with an UnreadableFile. */
export async function describeFile(path: string): Promise<{ readonly name: string; readonly size: number }> {
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    throw new UnreadableFile(path, cause.code === 'ENOENT' ? 'it is not there' : cause.message, cause)
  })
  if (!found.isFile()) throw new UnreadableFile(path, 'it is no file')
  return { name: basename(path), size: found.size }
}

/** A file that is being sent. It is open from the first reading to the end of the file. */
export class OutgoingFile {
  readonly #path: string
  readonly #number: FileNumber
  readonly #tell: (input: FileInput) => void
  readonly #turns = new Turns()
  #handle: FileHandle | undefined

  constructor(path: string, number: FileNumber, tell: (input: FileInput) => void) {
    this.#path = path
    this.#number = number
    this.#tell = tell
  }

  read(at: number, length: number): void {
    void this.#turns.take(async () => {
      const bytes = await this.#readAt(at, Math.min(length, readMax)).catch(() => undefined)
      if (!bytes?.length) await this.#release()
      this.#tell(bytes ? { kind: 'fileRead', ...this.#number, bytes } : { kind: 'fileFailed', ...this.#number })
    })
  }

  close(): Promise<void> {
    return this.#turns.take(() => this.#release())
  }

  async #readAt(at: number, length: number): Promise<Uint8Array> {
    this.#handle ??= await open(this.#path, 'r')
    const { buffer, bytesRead } = await this.#handle.read(new Uint8Array(length), 0, length, at)
    return buffer.subarray(0, bytesRead)
  }

  async #release(): Promise<void> {
    const handle = this.#handle
    this.#handle = undefined
    await handle?.close().catch(() => {})
  }
}
