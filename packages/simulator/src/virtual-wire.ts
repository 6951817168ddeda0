import type { Millis } from '@seekyou/language'
import type { VirtualWires } from './virtual-wires.ts'

/** One side of a connection, as its program sees it. */
export interface WireEnd {
  /** While true nothing gets through to it, and nothing from it. */
  readonly isCut: boolean
  received(bytes: Uint8Array): void
  drained(): void
  closed(): void
}

export type Ends = readonly [WireEnd, WireEnd]

/** How often it is tried again whether a cut is over, and for how long. */
const againMs = 500
const giveUpMs = 300_000
/** A system notices after so long that nothing it says arrives. */
const noticeMs = 600_000
/** What a program that reads nothing lets pile up, in bytes. */
const unreadMax = 65_536

interface OnTheWire {
  readonly bytes: Uint8Array | 'end'
  readonly at: Millis
  /** It was decided that the wire lives through it. */
  hasPassed: boolean
}

/** What is under way in one direction, in order. */
interface Lane {
  readonly from: WireEnd
  readonly to: WireEnd
  readonly queue: OnTheWire[]
  /** When the last thing of the queue has left, and when it arrives. */
  leftAt: Millis
  lastAt: Millis
  isHeld: boolean
  unread: number
  held: Uint8Array[]
  /** Since when nothing gets through. */
  stuckSince: Millis | undefined
  isAwaited: boolean
  /** Its writer has said its last, or its reader hears nothing any more. */
  isEnded: boolean
}

/** One connection over virtual wires. Side 0 has made it. */
export class VirtualWire {
  readonly #wires: VirtualWires
  readonly #lanes: readonly [Lane, Lane]
  /** Whether each side hears what happens. */
  readonly #hears: [boolean, boolean] = [true, true]
  readonly #onTrouble: () => void
  #isSilent = false
  #isOver = false

  /** `onTrouble`: what is under way may not arrive, or late. */
  constructor(wires: VirtualWires, ends: Ends, onTrouble: () => void) {
    this.#wires = wires
    this.#lanes = [laneOf(ends[0], ends[1]), laneOf(ends[1], ends[0])]
    this.#onTrouble = onTrouble
  }

  write(side: 0 | 1, bytes: Uint8Array): void {
    const { dice, conditions, counters, clock } = this.#wires
    const lane = this.#lanes[side]
    if (lane.isEnded || this.#isOver) return
    if (bytes.length === 0) clock.after(0, () => this.#sayDrained(lane, side))
    for (let at = 0; at < bytes.length; ) {
      const end = Math.min(bytes.length, at + 1 + dice.below(conditions.pieceMax))
      counters.pieces += 1
      counters.bytes += end - at
      this.#put(side, bytes.slice(at, end))
      at = end
    }
  }

  /** This side reads no more, or goes on reading. */
  hold(side: 0 | 1, isHeld: boolean): void {
    const lane = this.#lanes[side === 0 ? 1 : 0]
    lane.isHeld = isHeld
    if (!isHeld) this.#wires.clock.after(0, () => this.#pump(side === 0 ? 1 : 0))
  }

  /** This side has said everything, and listens no more. */
  close(side: 0 | 1): void {
    this.#hears[side] = false
    this.#lanes[side === 0 ? 1 : 0].isEnded = true
    if (!this.#lanes[side].isEnded) this.#put(side, 'end')
  }

  /** This side's program is gone, and its computer says so. */
  abandon(side: 0 | 1): void {
    this.close(side)
    if (!this.#isOver) this.#onTrouble()
  }

  /** From here on nothing arrives any more, and nobody is told. */
  silence(): void {
    if (this.#isSilent || this.#isOver) return
    this.#isSilent = true
    this.#wires.counters.silenced += 1
    this.#onTrouble()
  }

  #put(side: 0 | 1, bytes: Uint8Array | 'end'): void {
    const lane = this.#lanes[side]
    const { clock, conditions } = this.#wires
    const size = bytes === 'end' ? 0 : bytes.length
    lane.leftAt = Math.max(lane.leftAt, clock.now) + size / conditions.bytesPerMs
    lane.lastAt = Math.max(lane.lastAt, lane.leftAt + this.#wires.delay())
    lane.queue.push({ bytes, at: lane.lastAt, hasPassed: false })
    if (!lane.isAwaited) this.#await(side, lane.lastAt)
  }

  #await(side: 0 | 1, at: Millis): void {
    this.#lanes[side].isAwaited = true
    this.#wires.clock.at(at, () => {
      this.#lanes[side].isAwaited = false
      this.#pump(side)
    })
  }

  #pump(side: 0 | 1): void {
    const lane = this.#lanes[side]
    const { clock } = this.#wires
    if (this.#isOver || lane.isAwaited) return
    this.#read(lane, side)
    for (let next = lane.queue[0]; next && !this.#isOver; next = lane.queue[0]) {
      if (next.at > clock.now) {
        this.#await(side, next.at)
        break
      }
      if (this.#isSilent || lane.from.isCut || lane.to.isCut) {
        this.#stick(side)
        break
      }
      if (next.bytes !== 'end' && !next.hasPassed && this.#suffers(next)) continue
      if (lane.stuckSince !== undefined) this.#onTrouble()
      lane.stuckSince = undefined
      if (lane.isHeld && (next.bytes === 'end' || lane.unread >= unreadMax)) break
      lane.queue.shift()
      if (next.bytes === 'end') {
        this.#end(side)
        break
      }
      lane.held.push(next.bytes)
      lane.unread += next.bytes.length
      this.#read(lane, side)
      if (lane.queue.length === 0) this.#sayDrained(lane, side)
    }
  }

  /** Hands over what has arrived, unless the program does not read. It may stop to while it is told. */
  #read(lane: Lane, side: 0 | 1): void {
    while (!lane.isHeld && lane.held.length > 0) {
      const bytes = lane.held.shift()!
      lane.unread -= bytes.length
      if (this.#hears[side === 0 ? 1 : 0]) lane.to.received(bytes)
    }
  }

  /** Whether a piece ends the connection, or the hope that anything will ever arrive. */
  #suffers(piece: OnTheWire): boolean {
    const { dice, conditions } = this.#wires
    piece.hasPassed = true
    if (dice.chance(conditions.reset)) this.#break()
    else if (dice.chance(conditions.silenced)) this.silence()
    else return false
    return true
  }

  #stick(side: 0 | 1): void {
    const lane = this.#lanes[side]
    const { clock } = this.#wires
    if (lane.stuckSince === undefined) this.#onTrouble()
    lane.stuckSince ??= clock.now
    const isTooLong = clock.now - lane.stuckSince >= (this.#isSilent ? noticeMs : giveUpMs)
    if (!isTooLong) this.#await(side, clock.now + againMs)
    else if (!this.#isSilent) this.#break()
    else {
      lane.isEnded = true
      this.#sayClosed(side)
    }
  }

  #end(side: 0 | 1): void {
    const other = side === 0 ? 1 : 0
    this.#lanes[other].isEnded = true
    this.#sayClosed(other)
    this.#isOver = true
  }

  #break(): void {
    const { clock, counters } = this.#wires
    this.#isOver = true
    counters.broken += 1
    this.#onTrouble()
    for (const side of [0, 1] as const) clock.after(this.#wires.delay(), () => this.#sayClosed(side))
  }

  #sayClosed(side: 0 | 1): void {
    if (!this.#hears[side]) return
    this.#hears[side] = false
    this.#lanes[side].from.closed()
  }

  #sayDrained(lane: Lane, side: 0 | 1): void {
    if (this.#hears[side] && lane.queue.length === 0) lane.from.drained()
  }
}

const laneOf = (from: WireEnd, to: WireEnd): Lane => ({
  from,
  to,
  queue: [],
  leftAt: 0,
  lastAt: 0,
  isHeld: false,
  unread: 0,
  held: [],
  stuckSince: undefined,
  isAwaited: false,
  isEnded: false,
})
