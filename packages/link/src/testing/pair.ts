// Two links and an imaginary wire between them, on a clock that only moves when a test says so. Datagrams are lost, doubled
// and delayed by dice that are thrown from a seed.
import type { Millis } from '@seekyou/language'
import { type Frame, isFault, renumber, serverFraming } from '@seekyou/wire'
import { Link, type LinkInput, type LinkManners, type LinkOutcome, type Parcel, serverManners } from '../index.ts'

/** What the wire does to datagrams, and how the links behave. Without it: nothing is lost and everything arrives at once. */
export interface Weather {
  /** The share of datagrams that never arrive. */
  readonly loss?: number
  /** The share of datagrams that arrive twice. */
  readonly duplicate?: number
  /** How long a datagram travels: least and most, in milliseconds. Where they differ, datagrams overtake each other. */
  readonly delay?: readonly [least: Millis, most: Millis]
  readonly seed?: number
  readonly manners?: Partial<LinkManners>
  /** The first number that each end uses. */
  readonly firstSequence?: number
  /** How long the receiver of a command takes to acknowledge it. Infinity: it never does. */
  readonly thinkMs?: Millis
}

/** One end of the wire and everything that its link reported. */
export interface End {
  readonly link: Link
  /** The marks of the parcels that the link delivered, in order. */
  readonly delivered: number[]
  readonly acknowledged: unknown[]
  readonly lost: unknown[]
  readonly sent: Sent[]
  /** After each step: the marks of the parcels that were sent and are neither acknowledged nor lost. */
  readonly onTheWay: number[][]
  /** How often something had to wait because too many bytes had left. */
  stalls: number
  ended: 'silence' | 'unanswered' | undefined
  readonly unsettled: Set<number>
}

export interface Sent {
  readonly at: Millis
  readonly sequence: number
  readonly isAck: boolean
  readonly bytes: number
  /** What `parcel` was given; 0 for an ACK. */
  readonly mark: number
}

export type Pair = ReturnType<typeof pair>

/** The code of every test parcel. */
export const testCode = 0x0104

const testManners: LinkManners = { ...serverManners, ackCode: 0x000a }

export type ParcelOptions = Partial<Omit<Parcel, 'datagram' | 'receipt'>> & {
  /** Of the whole datagram, in bytes; at least 10. */
  readonly size?: number
}

/** A parcel that can be recognised by its mark, which is its receipt too. */
export function parcel(mark: number, { size = 10, ...options }: ParcelOptions = {}): Parcel {
  const datagram = new Uint8Array(size)
  const view = new DataView(datagram.buffer)
  view.setUint16(0, 2, true)
  view.setUint16(2, testCode, true)
  view.setUint32(6, mark, true)
  return { datagram, patience: 'steady', receipt: mark, ...options }
}

/** A command as the other side sends it. */
export function frame(sequence: number, code = testCode): Frame {
  const datagram = Uint8Array.of(2, 0, code, code >>> 8, sequence, sequence >>> 8)
  return opened(datagram)
}

export const ackFrame = (sequence: number): Frame => opened(serverFraming.ack(sequence))

/** A single link with test manners, begun at time 0. */
export const newLink = (manners: Partial<LinkManners> = {}, firstSequence = 0): Link =>
  new Link({ ack: serverFraming.ack, renumber }, { ...testManners, ...manners }, 0, firstSequence)

/** Two links, `left` and `right`, joined by a wire. */
export function pair(weather: Weather = {}) {
  const { duplicate = 0, delay = [0, 0], seed = 1, manners = {}, firstSequence = 0, thinkMs = 0 } = weather
  const random = dice(seed)
  let loss = weather.loss ?? 0
  let now: Millis = 0
  const due: { readonly at: Millis; readonly act: () => void }[] = []

  const left = newEnd(newLink(manners, firstSequence))
  const right = newEnd(newLink(manners, firstSequence))
  const other = (end: End): End => (end === left ? right : left)

  function later(ms: Millis, act: () => void): void {
    const at = now + ms
    const index = due.findLastIndex((entry) => entry.at <= at) + 1
    due.splice(index, 0, { at, act })
  }

  function put(end: End, input: LinkInput): void {
    for (const outcome of end.link.handle(input, now)) follow(end, outcome)
    end.onTheWay.push([...end.unsettled])
  }

  function follow(end: End, outcome: LinkOutcome): void {
    switch (outcome.kind) {
      case 'transmit':
        travel(end, outcome.datagram.slice())
        break
      case 'deliver': {
        const { bytes, sequence, code } = outcome.frame
        end.delivered.push(markOf(bytes))
        if (thinkMs === 0) put(end, { kind: 'acknowledge', sequence, code })
        else if (thinkMs < Number.POSITIVE_INFINITY)
          later(thinkMs, () => put(end, { kind: 'acknowledge', sequence, code }))
        break
      }
      case 'acknowledged':
        end.acknowledged.push(outcome.receipt)
        end.unsettled.delete(outcome.receipt as number)
        break
      case 'lost':
        end.lost.push(outcome.receipt)
        end.unsettled.delete(outcome.receipt as number)
        break
      case 'stalled':
        end.stalls += 1
        break
      case 'ended':
        end.ended = outcome.because
        break
    }
  }

  function travel(from: End, datagram: Uint8Array): void {
    const { code, sequence } = opened(datagram)
    const isAck = code !== testCode
    from.sent.push({ at: now, sequence, isAck, bytes: datagram.length, mark: markOf(datagram) })
    if (!isAck) from.unsettled.add(markOf(datagram))
    const copies = random() < duplicate ? 2 : 1
    for (let copy = 0; copy < copies; copy++) {
      if (random() < loss) continue
      const [least, most] = delay
      later(least + random() * (most - least), () => put(other(from), { kind: 'received', frame: opened(datagram) }))
    }
  }

  function nextAt(): Millis {
    return Math.min(due[0]?.at ?? never, left.link.wakeAt ?? never, right.link.wakeAt ?? never)
  }

  return {
    left,
    right,
    get now(): Millis {
      return now
    },
    /** Hands a parcel to the left link. */
    send(mark: number, options: ParcelOptions = {}): void {
      put(left, { kind: 'send', parcel: parcel(mark, options) })
    },
    put,
    /** From here on nothing more is lost. */
    calm(): void {
      loss = 0
    },
    /** Cuts the wire. */
    cut(): void {
      loss = 1
    },
    /** Lets time pass: everything up to `until` happens, and then it is `until`. */
    run(until: Millis): void {
      for (let at = nextAt(); at <= until; at = nextAt()) {
        now = Math.max(now, at)
        if (due[0] && due[0].at <= now) due.shift()!.act()
        else for (const end of [left, right]) if ((end.link.wakeAt ?? never) <= now) put(end, { kind: 'wake' })
      }
      now = until
    },
  }
}

/** A source of chance that throws the same from the same seed. */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

/** When parcels with this mark left, in milliseconds. */
export const timesOf = ({ sent }: End, mark: number): Millis[] =>
  sent.filter((one) => !one.isAck && one.mark === mark).map(({ at }) => at)

const never = Number.POSITIVE_INFINITY

const newEnd = (link: Link): End => ({
  link,
  delivered: [],
  acknowledged: [],
  lost: [],
  sent: [],
  onTheWay: [],
  stalls: 0,
  unsettled: new Set(),
  ended: undefined,
})

const markOf = (datagram: Uint8Array): number =>
  datagram.length < 10 ? 0 : new DataView(datagram.buffer, datagram.byteOffset).getUint32(6, true)

function opened(datagram: Uint8Array): Frame {
  const frame = serverFraming.open(datagram)
  if (isFault(frame)) throw new Error(`the link sent something that is no datagram: ${frame.fault}`)
  return frame
}
