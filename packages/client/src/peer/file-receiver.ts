// Receives files one after another, and believes nothing: neither names nor sizes nor totals. The disk sets the pace.
import type { Millis, Text, Uin } from '@seekyou/language'
import { type PeerFrame, peerPackets } from '@seekyou/wire'
import { fileName } from './file-name.ts'
import { type FileUnderWay, Transfer } from './file-transfer.ts'
import type { FileInput } from './session.ts'

export interface FileReceiverOptions {
  /** Of the transfer. */
  readonly id: number
  readonly nick: Text
  /** Who sends. */
  readonly from: Uin
  /** How many bytes all files have together at most: what the offer said, or less if the user wants less. */
  readonly bytesMax: number
}

/** How many files may come in one transfer. */
const filesMax = 10_000
/** How much is written at once, in bytes. */
const blockBytes = 65_536
/** While more than this waits to be written nothing is read from the connection, until no more than the second waits. */
const unwrittenMax = 4 * blockBytes
const unwrittenLow = blockBytes
/** So much may still come after this user has paused; then nothing more is read. */
const pausedMax = 1_048_576
/** How long the sender is given to close the connection when everything is there. */
const lingerMs = 10_000

/** The side that receives, which has listened. */
export class FileReceiver extends Transfer {
  readonly #from: Uin
  #bytesLeft: number
  /**
   * `between`: a file has to be announced. `opening`: the disk has to say how much of it is there. `receiving`: data.
   * `finishing`: everything has come and the rest is being written.
   */
  #step: 'starting' | 'between' | 'opening' | 'receiving' | 'finishing' = 'starting'
  #files = 0
  #next = 0
  /** What has come and was not handed to the disk, from the beginning of the block. */
  #block = nothing
  #filled = 0
  /** The sizes of what the disk has in hand, oldest first. */
  #unwritten: number[] = []
  #unwrittenBytes = 0
  /** How many bytes of a skipped file may still come. */
  #unwanted = 0
  #sincePause = 0
  #isPaused = false
  #isGone = false
  /** When the sender has had time enough to close. */
  #lingerAt: Millis | undefined

  constructor({ id, nick, from, bytesMax }: FileReceiverOptions) {
    super(id, nick)
    this.#from = from
    this.#bytesLeft = bytesMax
  }

  protected get isReading(): boolean {
    return this.#step !== 'opening' && this.#step !== 'finishing'
  }

  protected get restAt(): Millis | undefined {
    return this.#lingerAt
  }

  protected begin(): void {}

  protected hear(frame: PeerFrame, now: Millis): void {
    if (frame.name === 'fileData' && this.#step !== 'starting') this.#take(frame.value.data, now)
    else if (frame.name === 'fileNext' && this.#step !== 'starting') this.#open(frame.value.filename, frame.value.size)
    else if (frame.name === 'fileStop' && this.#step === 'receiving') this.#leave('skipped')
    else if (frame.name === 'fileStart' && this.#step === 'starting') this.#begin(frame.value.numFiles)
    else this.drop('unexpected')
  }

  protected hearDisk(input: FileInput, now: Millis): void {
    const file = this.current!
    if (input.kind === 'fileFailed') {
      this.#filled = 0
      this.end('disk')
    } else if (input.kind === 'fileOpened' && this.#step === 'opening') {
      file.at = Math.min(input.at, file.size)
      this.#step = 'receiving'
      this.tellBegan(file, now)
      this.say(peerPackets.fileResume, { op: 3, filePosition: file.at, zero: 0, speed: Math.ceil(this.ownSpeed) })
      if (file.at === file.size) this.#complete()
    } else if (input.kind === 'fileWritten') {
      this.#unwrittenBytes -= this.#unwritten.shift() ?? 0
      if (this.#step === 'finishing' && this.#unwritten.length === 0) this.#finish()
    }
  }

  protected skip(): void {
    const file = this.current
    if (file === undefined || this.#step === 'finishing') return
    this.sayStop(file)
    this.#unwanted = file.size - file.at
    this.#leave('skipped')
  }

  protected continue(): void {}

  protected lose(): void {
    this.#isGone = true
  }

  protected goOn(now: Millis): void {
    this.readFrames(now)
    if (this.#isGone && this.#step !== 'finishing') this.end(this.#isComplete ? 'done' : 'broken')
    if (!this.#isComplete) this.#lingerAt = undefined
    else this.#lingerAt ??= now + lingerMs
    if (this.#lingerAt !== undefined && now >= this.#lingerAt) this.end('done')
    if (this.isConnected && !this.isOver) this.#breathe()
  }

  protected giveUp(): void {
    if (this.#step === 'receiving') this.#flush()
    this.#forget()
    this.do({ kind: 'abandonFile', transfer: this.id, file: this.current!.file })
  }

  #begin(files: number): void {
    if (files > filesMax) {
      this.drop('tooLarge')
      this.end('tooLarge')
      return
    }
    this.#files = files
    this.#step = 'between'
    this.say(peerPackets.fileReady, { op: 1, speed: Math.ceil(this.ownSpeed), receiverNick: this.nick })
  }

  #open(said: Text, size: number): void {
    // A sender whose file became shorter has nothing else to say.
    if (this.#step === 'receiving') this.#leave('broken')
    if (this.#next >= this.#files || size > this.#bytesLeft) {
      this.drop('tooLarge')
      this.end('tooLarge')
      return
    }
    this.#bytesLeft -= size
    this.#unwanted = 0
    this.#step = 'opening'
    const file: FileUnderWay = { file: this.#next, name: fileName(said), size, at: 0 }
    this.current = file
    this.#next += 1
    this.do({ kind: 'openFile', transfer: this.id, file: file.file, name: file.name, size, from: this.#from })
  }

  #take(data: Uint8Array, now: Millis): void {
    const file = this.current
    if (this.ownSpeed === 0) this.#sincePause += data.length
    if (file === undefined) {
      const isSurplus = data.length > this.#unwanted
      this.#unwanted = Math.max(0, this.#unwanted - data.length)
      if (isSurplus) this.drop('surplus')
      return
    }
    const wanted = data.subarray(0, file.size - file.at)
    for (let at = 0; at < wanted.length; ) at += this.#fill(file, wanted.subarray(at))
    if (file.at === file.size) this.#complete()
    else this.tellProgress(file, now)
    if (wanted.length < data.length) this.drop('surplus')
  }

  /** Puts as much as fits into the block, and hands it to the disk when it is full. */
  #fill(file: FileUnderWay, data: Uint8Array): number {
    if (this.#filled === 0) this.#block = new Uint8Array(Math.min(blockBytes, file.size - file.at))
    const piece = data.subarray(0, this.#block.length - this.#filled)
    this.#block.set(piece, this.#filled)
    this.#filled += piece.length
    file.at += piece.length
    if (this.#filled === this.#block.length) this.#flush()
    return piece.length
  }

  #flush(): void {
    if (this.#filled === 0) return
    const { file, at } = this.current!
    const bytes = this.#block.subarray(0, this.#filled)
    this.#unwritten.push(bytes.length)
    this.#unwrittenBytes += bytes.length
    this.do({ kind: 'writeFile', transfer: this.id, file, at: at - bytes.length, bytes })
    this.#filled = 0
  }

  #complete(): void {
    this.#flush()
    this.#step = 'finishing'
    if (this.#unwritten.length === 0) this.#finish()
  }

  #finish(): void {
    this.do({ kind: 'finishFile', transfer: this.id, file: this.current!.file })
    this.#forget()
    this.#leave('done')
  }

  #leave(because: 'done' | 'skipped' | 'broken'): void {
    this.endFile(because)
    this.#step = 'between'
  }

  #forget(): void {
    this.#block = nothing
    this.#filled = 0
    this.#unwritten = []
    this.#unwrittenBytes = 0
  }

  get #isComplete(): boolean {
    return this.#step === 'between' && this.#next === this.#files
  }

  /** Keeps what is in memory small: the connection is read no faster than the disk writes, and than the user wants. */
  #breathe(): void {
    if (this.ownSpeed > 0) this.#sincePause = 0
    const isBehind = this.#unwrittenBytes > (this.#isPaused ? unwrittenLow : unwrittenMax)
    const isPaused = !this.isReading || isBehind || this.#sincePause > pausedMax
    if (isPaused === this.#isPaused) return
    this.#isPaused = isPaused
    this.do({ kind: isPaused ? 'pause' : 'resume' })
  }
}

const nothing = new Uint8Array(0)
