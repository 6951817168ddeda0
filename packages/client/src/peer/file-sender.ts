// Sends files one after another: announces each, awaits from which byte on it is wanted, then sends a few frames at a time.
import type { Millis, Text } from '@seekyou/language'
import { type PeerFrame, peerPackets, sealPeer } from '@seekyou/wire'
import { fileName } from './file-name.ts'
import { Transfer } from './file-transfer.ts'
import { joined } from './joined.ts'
import type { EndOfFile, FileInput } from './session.ts'
import type { OfferedFile } from './wishes.ts'

export interface FileSenderOptions {
  /** Of the transfer. */
  readonly id: number
  readonly nick: Text
  /** In the order of their numbers. Of a path only the last component is told. Sizes are 32 bits on the wire: at most 4,294,967,295 bytes. */
  readonly files: readonly OfferedFile[]
}

/** How much of a file is in one frame, in bytes: no client of the time takes more. */
const frameBytes = 2_048
/** How much is read at once, and on its way before the next is read. */
const batchBytes = 31 * frameBytes
/** However slow it is to be, nobody waits for longer until something comes again. */
const restMax = 10_000
const u32Max = 0xffff_ffff

/** The side that sends, which has connected. */
export class FileSender extends Transfer {
  readonly #files: readonly OfferedFile[]
  /**
   * `announced`: the peer has to say from where on, or that it does not want the file. `reading`: the disk has to answer.
   * `sending`: what was read is leaving. `resting`: more may be sent, when the speed allows it.
   */
  #step: 'starting' | 'announced' | 'reading' | 'sending' | 'resting' = 'starting'
  #next = 0
  /** The user does not want to send the file that is announced; every announcement must be answered before the next. */
  #isUnwanted = false
  #hasFailed = false
  /** When the last batch was asked for, and how long it took until it had left. */
  #batchAt: Millis = 0
  #batchMs = 0
  /** How many bytes the file will have had when the last batch has left. */
  #upTo = 0

  constructor({ id, nick, files }: FileSenderOptions) {
    super(id, nick)
    this.#files = files
  }

  protected get isReading(): boolean {
    return true
  }

  /** When the next batch may be read. At half speed a batch is followed by a rest as long as itself. */
  protected get restAt(): Millis | undefined {
    if (this.#step !== 'resting' || this.speed === 0) return undefined
    const restMs = (Math.max(1, this.#batchMs) * (100 - this.speed)) / this.speed
    return this.#batchAt + this.#batchMs + Math.min(restMs, restMax)
  }

  protected begin(): void {
    const total = this.#files.reduce((sum, { size }) => sum + size, 0)
    this.say(peerPackets.fileStart, {
      op: 0,
      zero: 0,
      numFiles: this.#files.length,
      totalBytes: Math.min(total, u32Max),
      speed: Math.ceil(this.ownSpeed),
      senderNick: this.nick,
    })
  }

  protected hear(frame: PeerFrame, now: Millis): void {
    if (frame.name === 'fileReady' && this.#step === 'starting') {
      this.noteSpeed(frame.value.speed)
      this.#announce()
    } else if (frame.name === 'fileResume' && this.#step === 'announced') {
      this.#start(frame.value.filePosition, now)
    } else if (frame.name === 'fileStop' && this.current !== undefined) {
      // Another number is about a file that is over already.
      if (frame.value.fileNumber === this.current.file + 1) this.#leave('skipped')
    } else this.drop('unexpected')
  }

  protected hearDisk(input: FileInput): void {
    if (this.#step !== 'reading') return
    const { size } = this.current!
    if (input.kind === 'fileFailed' || (input.kind === 'fileRead' && input.bytes.length === 0)) {
      this.#hasFailed = true
      this.#stop('disk')
    } else if (input.kind === 'fileRead') {
      const bytes = input.bytes.subarray(0, size - this.#upTo)
      this.#upTo += bytes.length
      this.#step = 'sending'
      this.do({ kind: 'write', bytes: joined(frames(bytes)) })
    }
  }

  protected continue(now: Millis): void {
    const file = this.current
    if (this.#step !== 'sending' || file === undefined) return
    file.at = this.#upTo
    this.#batchMs = now - this.#batchAt
    if (file.at === file.size) this.#leave('done')
    else {
      this.#step = 'resting'
      this.tellProgress(file, now)
    }
  }

  protected goOn(now: Millis): void {
    const { restAt } = this
    if (restAt === undefined || now < restAt) return
    this.#step = 'reading'
    this.#batchAt = now
    const { file, size } = this.current!
    const length = Math.min(batchBytes, size - this.#upTo)
    this.do({ kind: 'readFile', transfer: this.id, file, at: this.#upTo, length })
  }

  protected skip(): void {
    if (this.#step === 'announced') this.#isUnwanted = true
    else if (this.current !== undefined) this.#stop('skipped')
  }

  protected lose(): void {
    this.end('broken')
  }

  protected giveUp(): void {}

  #announce(): void {
    const file = this.#files[this.#next]
    if (file === undefined) {
      this.end(this.#hasFailed ? 'disk' : 'done')
      return
    }
    const { name, size } = file
    this.#step = 'announced'
    this.#isUnwanted = false
    this.current = { file: this.#next, name, size, at: 0 }
    this.#next += 1
    this.say(peerPackets.fileNext, {
      op: 2,
      zero: 0,
      filename: fileName(name),
      secondName: nothing,
      size,
      zero2: 0,
      speed: Math.ceil(this.ownSpeed),
    })
  }

  #start(at: number, now: Millis): void {
    const file = this.current!
    if (this.#isUnwanted) {
      this.#stop('skipped')
      return
    }
    if (at > file.size) this.drop('unexpected')
    if (this.isOver) return
    file.at = Math.min(at, file.size)
    this.#upTo = file.at
    this.tellBegan(file, now)
    if (file.at === file.size) {
      this.#leave('done')
      return
    }
    this.#step = 'resting'
    this.#batchMs = 0
  }

  #stop(because: EndOfFile): void {
    this.sayStop(this.current!)
    this.#leave(because)
  }

  #leave(because: EndOfFile): void {
    this.endFile(because)
    this.#announce()
  }
}

const nothing = new Uint8Array(0)

/** Data as frames. */
function frames(data: Uint8Array): Uint8Array[] {
  const frames: Uint8Array[] = []
  for (let at = 0; at < data.length; at += frameBytes) {
    frames.push(sealPeer(peerPackets.fileData, { op: 6, data: data.subarray(at, at + frameBytes) }))
  }
  return frames
}
