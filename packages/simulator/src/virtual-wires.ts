import type { PeerInput, PeerOutcome } from '@seekyou/client'
import type { Ip4, Millis, Uin } from '@seekyou/language'
import type { Dice } from './dice.ts'
import type { VirtualClock } from './virtual-clock.ts'
import { Program } from './virtual-program.ts'
import { type Ends, VirtualWire } from './virtual-wire.ts'

/** What the wires between people are like. Times in milliseconds, probabilities for each attempt or piece. */
export interface WireConditions {
  /** Everything takes so long, and up to `jitterMs` more. */
  readonly delayMs: Millis
  readonly jitterMs: Millis
  /** How many bytes a millisecond go through in one direction of one connection. */
  readonly bytesPerMs: number
  /** Nobody ever answers an attempt to connect. */
  readonly unanswered: number
  /** An attempt is refused although somebody listens. */
  readonly refused: number
  /** A piece breaks the connection off, and with it everything that is under way. */
  readonly reset: number
  /** A piece is the last that ever arrives, and neither side is told: the connection is half open. */
  readonly silenced: number
  /** What is written arrives in pieces of at most so many bytes. */
  readonly pieceMax: number
}

export const goodWires: WireConditions = {
  delayMs: 20,
  jitterMs: 10,
  bytesPerMs: 100,
  unanswered: 0,
  refused: 0,
  reset: 0,
  silenced: 0,
  pieceMax: 1_460,
}

type TcpKind = 'listening' | 'notListening' | 'incoming' | 'connected' | 'received' | 'drained' | 'closed'
export type TcpInput = Extract<PeerInput, { kind: TcpKind }>
export type TcpOutcome = Extract<
  PeerOutcome,
  { kind: 'listen' | 'unlisten' | 'connect' | 'write' | 'close' | 'pause' | 'resume' }
>

/** Where a program's computer is plugged in. */
export interface Place {
  /** The address of its router, and its own behind that. */
  readonly outer: Ip4
  readonly inner: Ip4
  /** Whether the router lets people from outside in. */
  readonly isOpen: boolean
}

/** The TCP of one program. */
export interface Outlet {
  /** Whose program it is. */
  readonly owner: Uin
  readonly place: Place
  /** While true nothing gets through, either way. After five minutes of it connections break that have something to say. */
  isCut: boolean
  carryOut(outcome: TcpOutcome): void
  /** The program is no more. Its computer says so to the others, or `silently` does not. */
  die(silently?: boolean): void
}

/** What is under way between two people may not arrive, or late. */
type Trouble = (one: Uin, other: Uin) => void

const firstFreePort = 49_152
/** How long the system of the one who connects waits by itself. */
const answerMs = 130_000

/** All TCP between the people of a town, on their clock. */
export class VirtualWires {
  /** May be changed at any time; holds for what happens from then on. */
  conditions: WireConditions
  /** Called whenever a connection breaks, and when one begins or ceases to be cut off. */
  onTrouble: Trouble = () => {}
  readonly counters = { attempts: 0, connections: 0, broken: 0, silenced: 0, pieces: 0, bytes: 0 }
  readonly #clock: VirtualClock
  readonly #dice: Dice
  readonly #listeners = new Map<string, { readonly program: Program; readonly listener: number }>()

  constructor(clock: VirtualClock, dice: Dice, conditions: WireConditions = goodWires) {
    this.#clock = clock
    this.#dice = dice
    this.conditions = conditions
  }

  /** Plugs a program in. `tell` is never called during `carryOut`. */
  plugIn(owner: Uin, place: Place, tell: (input: TcpInput) => void): Outlet {
    return new Program(this, owner, place, tell)
  }

  get clock(): VirtualClock {
    return this.#clock
  }

  get dice(): Dice {
    return this.#dice
  }

  /** How long something takes on its way. */
  delay(): Millis {
    return this.conditions.delayMs + this.#dice.between(0, this.conditions.jitterMs)
  }

  listen(program: Program, listener: number, [first, last]: readonly [number, number]): number | undefined {
    const range = first === 0 ? [firstFreePort, 0xffff] : [first, last]
    for (let port = range[0]!; port <= range[1]!; port++) {
      const key = keyOf(program.place, port)
      if (this.#listeners.has(key)) continue
      this.#listeners.set(key, { program, listener })
      return port
    }
    return undefined
  }

  unlisten(program: Program, port: number): void {
    this.#listeners.delete(keyOf(program.place, port))
  }

  connect(from: Program, connection: number, ip: Ip4, port: number): void {
    this.counters.attempts += 1
    const isUnanswered = this.#dice.chance(this.conditions.unanswered)
    const isRefused = this.#dice.chance(this.conditions.refused)
    this.#clock.after(this.delay(), () => {
      const found = isUnanswered ? undefined : this.#find(from.place, ip, port)
      if (!found || from.isCut || found.program.isCut) {
        // Where a computer is, it says that nobody listens; elsewhere nobody says anything.
        const isNobodyThere = isUnanswered || from.isCut || found?.program.isCut
        this.#clock.after(isNobodyThere ? answerMs : this.delay(), () => from.fails(connection))
      } else if (isRefused) this.#clock.after(this.delay(), () => from.fails(connection))
      else this.#meet(from, connection, found.program, found.listener)
    })
  }

  #meet(from: Program, connection: number, to: Program, listener: number): void {
    if (!from.isWaitingFor(connection)) return
    this.counters.connections += 1
    const number = to.nextIncoming()
    const isNear = from.place.outer === to.place.outer
    const ends: Ends = [from.end(connection), to.end(number)]
    const wire = new VirtualWire(this, ends, () => this.onTrouble(from.owner, to.owner))
    to.adopt(number, wire, 1)
    to.tell({ kind: 'incoming', listener, connection: number, from: isNear ? from.place.inner : from.place.outer })
    this.#clock.after(this.delay(), () => {
      if (from.isWaitingFor(connection)) from.connects(connection, wire)
      else wire.close(0)
    })
  }

  #find(from: Place, ip: Ip4, port: number) {
    for (const found of this.#listeners.values()) {
      const { place } = found.program
      const isThere = place.outer === from.outer ? place.inner === ip : place.outer === ip && place.isOpen
      if (isThere && this.#listeners.get(keyOf(place, port)) === found) return found
    }
    return undefined
  }
}

const keyOf = ({ outer, inner }: Place, port: number): string => `${outer} ${inner} ${port}`
