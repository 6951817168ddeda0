// Two sessions joined in memory: what one writes reaches the other in pieces of any size, disks answer some time later, and the
// order of things that happen at once is drawn by dice.
import type { Millis } from '@seekyou/language'
import { joined } from '../peer/joined.ts'
import type { FileInput, FileOrder, Session, SessionInput, SessionOutcome } from '../peer/session.ts'

/** What a session told its user, and what it counted. */
export type Told = Exclude<SessionOutcome, FileOrder | { kind: 'write' | 'close' | 'pause' | 'resume' }>

/** The files of one side. */
export interface Disk {
  /** To be sent, by their number. */
  readonly sources: readonly Uint8Array[]
  /** Written to, by name; a part from before is among them. */
  readonly written: Map<string, Uint8Array>
  /** Names of those that are whole. */
  readonly finished: string[]
  /** Names of those that were given up. */
  readonly abandoned: string[]
  /** Which orders fail from here on. */
  fails?: (order: FileOrder) => boolean
}

/** Bytes from hexadecimal digits, two by two. */
const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.trim().split(/\s+/), (byte) => Number.parseInt(byte, 16))

/** A frame as it is on the wire, with its length in front. */
export function framed(hex: string): Uint8Array {
  const frame = bytesOf(hex)
  return Uint8Array.of(frame.length, frame.length >>> 8, ...frame)
}

export const disk = (sources: readonly Uint8Array[] = []): Disk => ({
  sources,
  written: new Map(),
  finished: [],
  abandoned: [],
})

interface Side {
  readonly session: Session
  readonly disk: Disk
  readonly told: Told[]
  /** Written and not yet delivered to the other side. */
  toSend: Uint8Array
  wroteSince: boolean
  readonly answers: FileInput[]
  readonly names: Map<number, string>
  isPaused: boolean
  hasClosed: boolean
  isGone: boolean
}

export class SessionPair {
  now: Millis = 0
  /** The most that either side had written and the other had not read, in bytes. */
  unreadMost = 0
  readonly #sides: readonly [Side, Side]
  readonly #dice: () => number

  /** `dice` draws from 0 up to, not including, 1. Both sessions are connected at once. */
  constructor(
    ann: Session,
    bob: Session,
    dice: () => number = () => 0.99,
    disks: readonly [Disk, Disk] = [disk(), disk()],
  ) {
    this.#sides = [side(ann, disks[0]), side(bob, disks[1])]
    this.#dice = dice
    for (const at of [0, 1] as const) this.give(at, { kind: 'connected' })
  }

  /** What a side has told since the last call. */
  told(at: 0 | 1): readonly Told[] {
    return this.#sides[at].told.splice(0)
  }

  give(at: 0 | 1, input: SessionInput): void {
    const side = this.#sides[at]
    for (const outcome of side.session.handle(input, this.now)) this.#carryOut(side, outcome)
    this.unreadMost = Math.max(this.unreadMost, side.toSend.length)
  }

  /** The connection breaks; what was on its way is lost. */
  cut(): void {
    for (const at of [0, 1] as const) {
      const side = this.#sides[at]
      side.toSend = new Uint8Array(0)
      side.isGone = true
      this.give(at, { kind: 'closed' })
    }
  }

  /** Lets everything happen that can happen without time passing, or so many steps of it. */
  settle(steps = 1_000_000): void {
    for (let step = 0; step < steps; step++) {
      const possible = this.#possible()
      if (possible.length === 0) return
      possible[Math.floor(this.#dice() * possible.length)]!()
    }
  }

  /** Lets time pass, up to so many milliseconds, until both have nothing to wait for. */
  pass(ms: Millis): void {
    const end = this.now + ms
    for (;;) {
      this.settle()
      const times = this.#sides.flatMap(({ session }) => session.wakeAt ?? [])
      const next = Math.min(...times, end)
      this.now = Math.max(this.now, next)
      if (next === end && !times.some((at) => at <= end)) return
      for (const at of [0, 1] as const) this.give(at, { kind: 'wake' })
    }
  }

  #possible(): (() => void)[] {
    const possible: (() => void)[] = []
    for (const at of [0, 1] as const) {
      const side = this.#sides[at]
      const other = this.#sides[1 - at]!
      if (side.toSend.length > 0 && !other.isPaused && !other.isGone) possible.push(() => this.#deliver(at))
      if (side.toSend.length === 0 && side.wroteSince && !side.isGone) {
        possible.push(() => {
          side.wroteSince = false
          this.give(at, { kind: 'drained' })
        })
      }
      if (side.toSend.length === 0 && side.hasClosed && !other.isGone) {
        possible.push(() => {
          other.isGone = true
          this.give((1 - at) as 0 | 1, { kind: 'closed' })
        })
      }
      if (side.answers.length > 0) possible.push(() => this.give(at, side.answers.shift()!))
    }
    return possible
  }

  #deliver(from: 0 | 1): void {
    const side = this.#sides[from]
    const length = 1 + Math.floor(this.#dice() ** 3 * Math.min(side.toSend.length, 65_536))
    const bytes = side.toSend.slice(0, length)
    side.toSend = side.toSend.subarray(length)
    this.give((1 - from) as 0 | 1, { kind: 'received', bytes })
  }

  #carryOut(side: Side, outcome: SessionOutcome): void {
    switch (outcome.kind) {
      case 'write':
        if (side.isGone) return
        side.toSend = joined([side.toSend, outcome.bytes])
        side.wroteSince = true
        break
      case 'close':
        side.hasClosed = true
        side.isGone = true
        break
      case 'pause':
      case 'resume':
        if (side.isPaused === (outcome.kind === 'pause')) throw new Error(`${outcome.kind}d twice`)
        side.isPaused = outcome.kind === 'pause'
        break
      case 'readFile':
      case 'openFile':
      case 'writeFile':
      case 'finishFile':
      case 'abandonFile':
        this.#carryOutFile(side, outcome)
        break
      default:
        side.told.push(outcome)
    }
  }

  #carryOutFile(side: Side, order: FileOrder): void {
    const { transfer, file } = order
    const { disk, answers, names } = side
    if (disk.fails?.(order)) {
      answers.push({ kind: 'fileFailed', transfer, file })
      return
    }
    switch (order.kind) {
      case 'readFile': {
        const bytes = disk.sources[file]!.slice(order.at, order.at + order.length)
        answers.push({ kind: 'fileRead', transfer, file, bytes })
        break
      }
      case 'openFile': {
        const name = String.fromCharCode(...order.name)
        names.set(file, name)
        const part = disk.written.get(name) ?? new Uint8Array(0)
        disk.written.set(name, part)
        answers.push({ kind: 'fileOpened', transfer, file, at: part.length })
        break
      }
      case 'writeFile': {
        const name = names.get(file)!
        const part = disk.written.get(name)!
        if (part.length !== order.at) throw new Error(`written at ${order.at}, where ${part.length} bytes are there`)
        disk.written.set(name, joined([part, order.bytes]))
        answers.push({ kind: 'fileWritten', transfer, file })
        break
      }
      case 'finishFile':
        disk.finished.push(names.get(file)!)
        break
      case 'abandonFile':
        disk.abandoned.push(names.get(file)!)
    }
  }
}

const side = (session: Session, disk: Disk): Side => ({
  session,
  disk,
  told: [],
  toSend: new Uint8Array(0),
  wroteSince: false,
  answers: [],
  names: new Map(),
  isPaused: false,
  hasClosed: false,
  isGone: false,
})
