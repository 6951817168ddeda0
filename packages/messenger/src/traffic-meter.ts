import type { World } from '@seekyou/sdk'
import { clientFraming, isFault, serverFraming } from '@seekyou/wire'
import type { Traffic, WatchedPacket } from './contract.ts'
import { watched } from './watched.ts'

const ackCode = 0x000a
/** How often whoever watches is told, in milliseconds. */
const everyMs = 500
/** Of how many packets the time is remembered. */
const underWayMax = 64

/** Counts what goes over the line, and measures how long an ACK takes. */
export class TrafficMeter {
  readonly traffic = watched<Traffic>({ packetsOut: 0, packetsIn: 0, roundTripMs: undefined })
  readonly #world: World
  /** When commands left, by their numbers; undefined: more than once, so that nobody knows which one is acknowledged. */
  readonly #leftAt = new Map<number, number | undefined>()
  #now: Traffic = this.traffic.get()
  #isDue = false

  constructor(world: World) {
    this.#world = world
  }

  count(direction: WatchedPacket['direction'], bytes: Uint8Array): void {
    const { packetsOut, packetsIn } = this.#now
    if (direction === 'out') this.#leave(bytes)
    const roundTripMs = direction === 'in' ? (this.#arrive(bytes) ?? this.#now.roundTripMs) : this.#now.roundTripMs
    this.#now = {
      packetsOut: packetsOut + (direction === 'out' ? 1 : 0),
      packetsIn: packetsIn + (direction === 'in' ? 1 : 0),
      roundTripMs,
    }
    if (this.#isDue) return
    this.#isDue = true
    this.#world.at(this.#world.now() + everyMs, () => {
      this.#isDue = false
      this.traffic.set(this.#now)
    })
  }

  #leave(bytes: Uint8Array): void {
    const frame = clientFraming.open(bytes)
    if (isFault(frame) || frame.code === ackCode) return
    const { sequence } = frame
    const isAgain = this.#leftAt.delete(sequence)
    this.#leftAt.set(sequence, isAgain ? undefined : this.#world.now())
    if (this.#leftAt.size > underWayMax) this.#leftAt.delete(this.#leftAt.keys().next().value!)
  }

  #arrive(bytes: Uint8Array): number | undefined {
    const frame = serverFraming.open(bytes)
    if (isFault(frame) || frame.code !== ackCode) return undefined
    const leftAt = this.#leftAt.get(frame.sequence)
    this.#leftAt.delete(frame.sequence)
    return leftAt === undefined ? undefined : this.#world.now() - leftAt
  }
}
