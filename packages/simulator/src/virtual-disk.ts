import type { PeerInput, PeerOutcome } from '@seekyou/client'
import type { Millis, Text } from '@seekyou/language'
import type { VirtualClock } from './virtual-clock.ts'

type FileKind = 'fileRead' | 'fileOpened' | 'fileWritten' | 'fileFailed'
type FileInput = Extract<PeerInput, { kind: FileKind }>
type FileOutcome = Extract<PeerOutcome, { kind: 'readFile' | 'openFile' | 'writeFile' | 'finishFile' | 'abandonFile' }>

/** A file, or the beginning of one. */
export interface VirtualFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Everything takes so long. */
const workMs: Millis = 2
const sizeMax = 16 * 2 ** 20

/** Somebody's files. They outlive the program. */
export class VirtualDisk {
  /** Everything that has been received to its end, in order. */
  readonly whole: VirtualFile[] = []
  /** From here on it takes nothing more. */
  isFull = false
  readonly #clock: VirtualClock
  readonly #sources = new Map<number, readonly VirtualFile[]>()
  /** What is being received, by transfer and file. */
  readonly #open = new Map<string, Part>()
  /** What was received in part, by sender, name and size. */
  readonly #parts = new Map<string, Part>()
  #tell: (input: FileInput) => void = () => {}

  constructor(clock: VirtualClock) {
    this.#clock = clock
  }

  /** Another program works with it from here on; what the one before had open is a part. */
  serve(tell: (input: FileInput) => void): void {
    for (const part of this.#open.values()) this.#keep(part)
    this.#open.clear()
    this.#sources.clear()
    this.#tell = tell
  }

  /** These files are sent in a transfer. */
  offer(transfer: number, files: readonly VirtualFile[]): void {
    this.#sources.set(transfer, files)
  }

  carryOut(outcome: FileOutcome): void {
    const tell = this.#tell
    const answer = this.#answerTo(outcome)
    if (answer) this.#clock.after(workMs, () => this.#tell === tell && tell(answer))
  }

  #answerTo(outcome: FileOutcome): FileInput | undefined {
    const { transfer, file } = outcome
    const key = `${transfer} ${file}`
    const part = this.#open.get(key)
    switch (outcome.kind) {
      case 'readFile': {
        const bytes = this.#sources.get(transfer)?.[file]?.bytes.slice(outcome.at, outcome.at + outcome.length)
        return bytes ? { kind: 'fileRead', transfer, file, bytes } : { kind: 'fileFailed', transfer, file }
      }
      case 'openFile': {
        const { size, from } = outcome
        if (size > sizeMax) return { kind: 'fileFailed', transfer, file }
        const name = plain(outcome.name)
        const mark = `${from} ${size} ${name}`
        const found = this.#parts.get(mark) ?? { mark, name, bytes: new Uint8Array(size), end: 0 }
        this.#parts.delete(mark)
        this.#open.set(key, found)
        return { kind: 'fileOpened', transfer, file, at: found.end }
      }
      case 'writeFile':
        if (!part || this.isFull) return { kind: 'fileFailed', transfer, file }
        part.bytes.set(outcome.bytes, outcome.at)
        part.end = Math.max(part.end, outcome.at + outcome.bytes.length)
        return { kind: 'fileWritten', transfer, file }
      case 'finishFile':
      case 'abandonFile':
        this.#open.delete(key)
        if (part && outcome.kind === 'finishFile') this.whole.push({ name: part.name, bytes: part.bytes })
        else if (part) this.#keep(part)
        return undefined
    }
  }

  #keep(part: Part): void {
    if (part.end > 0) this.#parts.set(part.mark, part)
  }
}

interface Part {
  readonly mark: string
  readonly name: string
  readonly bytes: Uint8Array
  /** How many bytes of it are there. */
  end: number
}

const plain = (name: Text): string => String.fromCharCode(...name)
