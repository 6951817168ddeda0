import type { Text, Uin } from '@seekyou/language'
import { type FileInput, IncomingFile } from './files-incoming.ts'
import { describeFile, OutgoingFile } from './files-outgoing.ts'

export type { FileInput } from './files-incoming.ts'
export { UnreadableFile } from './files-outgoing.ts'

/** What is to be done with the files of a transfer; `file` counts from 0. */
export type FileOutcome =
  /** At most `readMax` bytes are read at a time. */
  | {
      readonly kind: 'readFile'
      readonly transfer: number
      readonly file: number
      readonly at: number
      readonly length: number
    }
  | {
      readonly kind: 'openFile'
      readonly transfer: number
      readonly file: number
      readonly name: Text
      readonly size: number
      readonly from: Uin
    }
  /** The bytes must not be changed before the answer. */
  | {
      readonly kind: 'writeFile'
      readonly transfer: number
      readonly file: number
      readonly at: number
      readonly bytes: Uint8Array
    }
  | { readonly kind: 'finishFile' | 'abandonFile'; readonly transfer: number; readonly file: number }

export interface Files {
  /**
   * Prepares files for being sent, in this order; returns their names without folders and their sizes in bytes. Rejects with an
   * `UnreadableFile` when one of them is not there or is no file.
   */
  offer(
    transfer: number,
    paths: readonly string[],
  ): Promise<readonly { readonly name: string; readonly size: number }[]>
  /**
   * Files of this transfer are to be written into `folder`, which is made if need be. `nameOf` reads a name of the wire; what is
   * not safe as the name of a file in that folder is replaced.
   */
  accept(transfer: number, folder: string, nameOf: (name: Text) => string): void
  /** Never throws, and ignores transfers that it does not know. What comes of it is told later, never during the call. */
  carryOut(outcome: FileOutcome): void
  /**
   * The transfer is over: closes what is still open, when everything before has been done. Parts stay. Resolves with the paths of
   * the files that have become whole.
   */
  forget(transfer: number): Promise<readonly string[]>
  /** Closes everything. Nothing is told from here on. */
  close(): Promise<void>
}

/** The disk for a machine that sends and receives files. Memory does not depend on their sizes. */
export function openFiles(tell: (input: FileInput) => void): Files {
  const sources = new Map<number, OutgoingFile[]>()
  const targets = new Map<number, Target>()
  /** The parts that are being written, so that no two transfers write into the same one. */
  const partsInUse = new Set<string>()
  let isClosed = false

  const say = (input: FileInput): void => {
    if (!isClosed) tell(input)
  }

  async function forget(transfer: number): Promise<string[]> {
    const [outgoing = [], target] = [sources.get(transfer), targets.get(transfer)]
    sources.delete(transfer)
    targets.delete(transfer)
    const incoming = [...(target?.files.values() ?? [])]
    await Promise.all([...outgoing.map((file) => file.close()), ...incoming.map((file) => file.abandon())])
    return incoming.flatMap(({ path }) => path ?? [])
  }

  return {
    async offer(transfer, paths) {
      const described = await Promise.all(paths.map(describeFile))
      sources.set(
        transfer,
        paths.map((path, file) => new OutgoingFile(path, { transfer, file }, say)),
      )
      return described
    },
    accept(transfer, folder, nameOf) {
      targets.set(transfer, { folder, nameOf, files: new Map() })
    },
    carryOut(outcome) {
      const { transfer, file } = outcome
      const target = targets.get(transfer)
      switch (outcome.kind) {
        case 'readFile':
          sources.get(transfer)?.[file]?.read(outcome.at, outcome.length)
          break
        case 'openFile': {
          if (!target || target.files.has(file)) return
          const { size, from } = outcome
          const wanted = { folder: target.folder, name: target.nameOf(outcome.name), size, from }
          const incoming = new IncomingFile(wanted, { transfer, file }, partsInUse, say)
          target.files.set(file, incoming)
          break
        }
        case 'writeFile':
          target?.files.get(file)?.write(outcome.at, outcome.bytes)
          break
        case 'finishFile':
          target?.files.get(file)?.finish()
          break
        case 'abandonFile':
          void target?.files.get(file)?.abandon()
      }
    },
    forget,
    async close() {
      isClosed = true
      await Promise.all([...sources.keys(), ...targets.keys()].map(forget))
    },
  }
}

interface Target {
  readonly folder: string
  readonly nameOf: (name: Text) => string
  readonly files: Map<number, IncomingFile>
}
