// What both sides of a sending of files have in common: frames in and out, how fast, how long to wait, what the user is told.
import type { Millis, Text } from '@seekyou/language'
import { isFault, openPeer, type PeerFrame, PeerStream, peerPackets, type Schema, sealPeer } from '@seekyou/wire'
import type {
  DropReason,
  EndOfFile,
  EndOfFiles,
  FileInput,
  FileNews,
  Session,
  SessionInput,
  SessionOutcome,
} from './session.ts'

/** A peer who does nothing for so long is taken to be gone; for so long while either side has paused. */
const silenceMs = 2 * 60_000
const pauseMs = 60 * 60_000
const progressMs = 250
/** How many frames may make no sense. */
const faultsMax = 100
const fullSpeed = 100

/** The file that is under way: its place among all, and how much of it is there. */
export interface FileUnderWay extends Omit<FileNews, 'id'> {
  at: number
}

/** One sending of files, of either side. Its last word is `filesEnded`. */
export abstract class Transfer implements Session {
  protected readonly id: number
  protected readonly nick: Text
  protected current: FileUnderWay | undefined
  /** The connection is there. */
  protected isConnected = false
  readonly #stream = new PeerStream()
  #ownSpeed = fullSpeed
  #peerSpeed = fullSpeed
  /** When something happened last. */
  #activeAt: Millis | undefined
  #toldAt: Millis = 0
  #faults = 0
  #isOver = false
  #out: SessionOutcome[] = []

  constructor(id: number, nick: Text) {
    this.id = id
    this.nick = nick
  }

  get isOver(): boolean {
    return this.#isOver
  }

  get wakeAt(): Millis | undefined {
    if (this.#isOver) return undefined
    const silentAt = this.#silentAt
    const { restAt } = this
    return restAt === undefined || (silentAt !== undefined && silentAt < restAt) ? silentAt : restAt
  }

  handle(input: SessionInput, now: Millis): readonly SessionOutcome[] {
    this.#out = []
    if (this.#isOver) return this.#out
    if (input.kind === 'connected' || (this.isConnected && input.kind !== 'wake')) this.#activeAt = now
    this.#handle(input, now)
    if (!this.#isOver) this.goOn(now)
    return this.#out
  }

  /** Per cent of full speed that both sides allow. */
  protected get speed(): number {
    return Math.min(this.#ownSpeed, this.#peerSpeed)
  }

  /** What this user allows. */
  protected get ownSpeed(): number {
    return this.#ownSpeed
  }

  /** When `goOn` has something to do by itself. */
  protected abstract get restAt(): Millis | undefined
  /** Whether the next frame can be read, or must wait for the disk. */
  protected abstract get isReading(): boolean
  protected abstract begin(): void
  protected abstract hear(frame: PeerFrame, now: Millis): void
  /** What the disk says about the file under way. */
  protected abstract hearDisk(input: FileInput, now: Millis): void
  protected abstract skip(now: Millis): void
  /** Everything written has left. */
  protected abstract continue(now: Millis): void
  /** The connection is gone. */
  protected abstract lose(): void
  /** After everything that happens: whatever is possible by now. */
  protected abstract goOn(now: Millis): void
  /** The file under way will not be whole. */
  protected abstract giveUp(): void

  protected do(outcome: SessionOutcome): void {
    this.#out.push(outcome)
  }

  protected say<Value extends object>(schema: Schema<Value>, value: Value): void {
    if (this.isConnected) this.do({ kind: 'write', bytes: sealPeer(schema, value) })
  }

  /** Says that the file under way is not wanted, or not sent. Files are counted from 1 there. */
  protected sayStop({ file }: FileUnderWay): void {
    this.say(peerPackets.fileStop, { op: 4, fileNumber: file + 1 })
  }

  /** The speed with which the peer begins. Those in later frames are repetitions; a change comes in a frame of its own. */
  protected noteSpeed(percent: number): void {
    // A program that does not know the field leaves it 0, and does not mean a pause.
    if (percent > 0) this.#peerSpeed = Math.min(percent, fullSpeed)
  }

  protected drop(because: DropReason): void {
    this.do({ kind: 'dropped', because })
    this.#faults += 1
    if (this.#faults === faultsMax) {
      this.do({ kind: 'dropped', because: 'flooding' })
      this.end('broken')
    }
  }

  protected tellBegan(file: FileUnderWay, now: Millis): void {
    this.#toldAt = now
    this.do({ kind: 'fileBegan', id: this.id, ...file })
  }

  protected tellProgress(file: FileUnderWay, now: Millis): void {
    if (now - this.#toldAt < progressMs) return
    this.#toldAt = now
    this.do({ kind: 'fileProgress', id: this.id, ...file })
  }

  /** The file under way has come to its end. */
  protected endFile(because: EndOfFile): void {
    const file = this.current
    if (file === undefined) return
    if (because !== 'done') this.giveUp()
    this.current = undefined
    this.do({ kind: 'fileEnded', id: this.id, ...file, because })
  }

  /** The transfer has come to its end, and with it the connection. */
  protected end(because: EndOfFiles): void {
    if (this.#isOver) return
    this.endFile(because)
    if (this.isConnected) this.do({ kind: 'close' })
    this.#isOver = true
    this.do({ kind: 'filesEnded', id: this.id, because })
  }

  /** Reads the frames that have come, as far as they can be read. */
  protected readFrames(now: Millis): void {
    while (!this.#isOver && this.isReading) {
      const bytes = this.#stream.frame()
      if (bytes === undefined) return
      const frame = openPeer('file', bytes)
      if (isFault(frame)) this.drop(frame.fault === 'truncated' ? 'unreadable' : 'unexpected')
      else if (frame.name === 'fileSpeed') this.#peerSpeed = Math.min(frame.value.speed, fullSpeed)
      else this.hear(frame, now)
    }
  }

  #handle(input: SessionInput, now: Millis): void {
    switch (input.kind) {
      case 'connected':
        this.isConnected = true
        this.begin()
        break
      case 'received':
        this.#stream.push(input.bytes)
        this.readFrames(now)
        break
      case 'drained':
        this.continue(now)
        break
      case 'closed':
        this.isConnected = false
        this.lose()
        break
      case 'wake':
        if (this.#silentAt !== undefined && now >= this.#silentAt) {
          this.do({ kind: 'dropped', because: 'silent' })
          this.end('broken')
        }
        break
      case 'wish':
        if (input.wish.name === 'cancelFiles') this.end('cancelled')
        else if (input.wish.name === 'setSpeed') this.#setSpeed(input.wish.percent)
        else if (input.wish.name === 'skipFile') this.skip(now)
        break
      default:
        if (input.file === this.current?.file) this.hearDisk(input, now)
    }
  }

  #setSpeed(percent: number): void {
    if (!(percent >= 0 && percent <= fullSpeed)) {
      throw new RangeError(`A speed of ${percent} does not exist: give per cent of full speed, from 0 (pause) to 100.`)
    }
    this.#ownSpeed = percent
    // Less than one per cent is not a pause.
    this.say(peerPackets.fileSpeed, { op: 5, speed: Math.ceil(percent) })
  }

  /** When the peer has been silent for too long. */
  get #silentAt(): Millis | undefined {
    if (this.#activeAt === undefined) return undefined
    return this.#activeAt + (this.speed === 0 ? pauseMs : silenceMs)
  }
}
