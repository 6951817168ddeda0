import { constants } from 'node:fs'
import { type FileHandle, lstat, mkdir, open, rename, unlink } from 'node:fs/promises'
import type { Uin } from '@seekyou/language'
import { freeName, partName, pathIn, safeName } from './files-names.ts'
import { Turns } from './files-turns.ts'

/** Which file of which transfer; `file` counts from 0. */
export interface FileNumber {
  readonly transfer: number
  readonly file: number
}

/** What happened to files. */
export type FileInput =
  /** Answers `readFile`, with as many bytes as were asked for or fewer. Empty: there is no more. */
  | ({ readonly kind: 'fileRead'; readonly bytes: Uint8Array } & FileNumber)
  /** Answers `openFile`: so many bytes were there already. */
  | ({ readonly kind: 'fileOpened'; readonly at: number } & FileNumber)
  /** Answers `writeFile`, one for each. */
  | ({ readonly kind: 'fileWritten' } & FileNumber)
  /** It cannot be read, opened or written, or not be given its name. */
  | ({ readonly kind: 'fileFailed' } & FileNumber)

/** A file as it was announced. */
export interface Wanted {
  readonly folder: string
  readonly name: string
  readonly size: number
  readonly from: Uin
}

/**
 * A file that is being received. It is written into a part, whose name says who sends it, what it is called and how long it will
 * be, so that a later transfer of the same file goes on where this one broke off. Nothing that exists is ever overwritten.
 */
export class IncomingFile {
  /** Where the whole file is. */
  path: string | undefined
  readonly #wanted: Wanted
  readonly #number: FileNumber
  readonly #partsInUse: Set<string>
  readonly #tell: (input: FileInput) => void
  readonly #turns = new Turns()
  #part: { readonly path: string; readonly handle: FileHandle } | undefined

  /** Opens the part; `partsInUse` are the paths of all that are open. */
  constructor(wanted: Wanted, number: FileNumber, partsInUse: Set<string>, tell: (input: FileInput) => void) {
    this.#wanted = { ...wanted, name: safeName(wanted.name) }
    this.#number = number
    this.#partsInUse = partsInUse
    this.#tell = tell
    this.#try(async () => {
      tell({ kind: 'fileOpened', ...number, at: await this.#open() })
    })
  }

  write(at: number, bytes: Uint8Array): void {
    this.#try(async () => {
      if (!this.#part) throw new Error('the file is not open')
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await this.#part.handle.write(bytes, done, bytes.length - done, at + done)
        done += bytesWritten
      }
      this.#tell({ kind: 'fileWritten', ...this.#number })
    })
  }

  /** It is whole: it gets its name, or one like it that is free. */
  finish(): void {
    this.#try(async () => {
      if (!this.#part) throw new Error('the file is not open')
      const { path, handle } = this.#part
      await handle.sync()
      this.#part = undefined
      try {
        await handle.close()
        this.path = await nameWhole(path, this.#wanted)
      } finally {
        this.#partsInUse.delete(path)
      }
    })
  }

  /** What is there is kept as a part, unless it is nothing. */
  abandon(): Promise<void> {
    return this.#turns.take(() => this.#release())
  }

  #try(work: () => Promise<void>): void {
    void this.#turns.take(() =>
      work().catch(async () => {
        await this.#release()
        this.#tell({ kind: 'fileFailed', ...this.#number })
      }),
    )
  }

  async #open(): Promise<number> {
    const { folder, size } = this.#wanted
    await mkdir(folder, { recursive: true })
    const path = this.#claim()
    try {
      const handle = await openPart(path)
      this.#part = { path, handle }
      const found = await handle.stat()
      // Neither a device nor a pipe is a part, and nothing is written into a file that has another name elsewhere.
      if (!found.isFile() || found.nlink > 1) throw new Error(`${path} is no part`)
      if (found.size > size) await handle.truncate(0)
      return found.size > size ? 0 : found.size
    } catch (error) {
      if (!this.#part) this.#partsInUse.delete(path)
      throw error
    }
  }

  /** The first part of this file that no other transfer is writing. */
  #claim(): string {
    for (let count = 1; ; count++) {
      const path = pathIn(this.#wanted.folder, partName(this.#wanted, count))
      if (this.#partsInUse.has(path)) continue
      this.#partsInUse.add(path)
      return path
    }
  }

  async #release(): Promise<void> {
    const part = this.#part
    if (!part) return
    this.#part = undefined
    const isEmpty = await part.handle.stat().then(
      ({ size }) => size === 0,
      () => false,
    )
    await part.handle.close().catch(() => {})
    if (isEmpty) await unlink(part.path).catch(() => {})
    this.#partsInUse.delete(part.path)
  }
}

const { O_RDWR, O_CREAT, O_EXCL } = constants
/** COMPAT Windows: has no such flag, and no symbolic links without special rights. */
const O_NOFOLLOW = constants.O_NOFOLLOW ?? 0

/** Opens the part left from before, or a new one; never what a symbolic link points to. */
async function openPart(path: string): Promise<FileHandle> {
  const found = await lstat(path).catch(() => undefined)
  if (found && !found.isFile()) throw new Error(`${path} is no file`)
  return open(path, found ? O_RDWR | O_NOFOLLOW : O_RDWR | O_CREAT | O_EXCL, 0o666)
}

/** Gives a part its name. The name is taken first, by an empty file that only this call can have made. */
async function nameWhole(part: string, { folder, name }: Wanted): Promise<string> {
  for (let count = 1; ; count++) {
    const path = pathIn(folder, freeName(name, count))
    try {
      await (await open(path, 'wx')).close()
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST' && count < namesMax) continue
      throw error
    }
    try {
      await rename(part, path)
      return path
    } catch (error) {
      await unlink(path).catch(() => {})
      throw error
    }
  }
}

/** After so many names that are taken, something else is wrong. */
const namesMax = 10_000
