// Thinks up inputs, tries them on everything that reads bytes from strangers, and remembers those that show something new: what
// was read or why not, as a triple of command, field and fault, or what the node answered. Those are damaged further.
import { Dice } from '../dice.ts'
import type { MakeNode } from '../virtual-server.ts'
import { compose } from './compose.ts'
import { Endpoint, type LimitsMode } from './endpoint.ts'
import type { Input } from './input.ts'
import { mutate } from './mutate.ts'
import { Pool } from './pool.ts'
import { tryPacket } from './try-packet.ts'
import { tryStream, tryStrokes } from './try-stream.ts'

/** An input that broke something. */
export interface Failure {
  readonly input: Input
  /** How many inputs were tried before this one. */
  readonly packet: number
  readonly error: unknown
  /** False: the bytes alone break it, whatever went before. */
  readonly needsHistory: boolean
}

export interface FuzzerOptions {
  /** The same seed and the same corpus give the same inputs. */
  readonly seed: number
  /** Tried first, as it is. */
  readonly corpus: readonly Input[]
  readonly limits: LimitsMode
  /** Tests put a broken node in its place. */
  readonly makeNode?: MakeNode
}

export class Fuzzer {
  /** Inputs beyond the corpus that showed a new triple, in order. */
  readonly found: Input[] = []
  readonly #dice: Dice
  readonly #corpus: readonly Input[]
  readonly #limits: LimitsMode
  readonly #makeNode: MakeNode | undefined
  readonly #pool: Pool
  readonly #triples = new Set<string>()
  readonly #answers = new Set<string>()
  #endpoint: Endpoint
  #endpoints = 0
  #frames: Uint8Array[] = []
  #tried = 0

  constructor({ seed, corpus, limits, makeNode }: FuzzerOptions) {
    this.#dice = new Dice(seed).split(limits)
    this.#corpus = corpus
    this.#limits = limits
    this.#makeNode = makeNode
    this.#pool = new Pool(this.#dice.split('pool'))
    this.#endpoint = this.#newEndpoint()
  }

  /** How many triples of command, field and fault have been seen. */
  get triples(): number {
    return this.#triples.size
  }

  /** How many kinds of answers the node has given. */
  get answers(): number {
    return this.#answers.size
  }

  /** How many inputs are kept to be damaged. */
  get poolSize(): number {
    return this.#pool.size
  }

  /** Tries one input more. */
  step(): Failure | undefined {
    const input = this.#nextInput()
    const packet = this.#tried++
    try {
      this.#learn(input, packet)
      return undefined
    } catch (error) {
      this.#endpoint = this.#newEndpoint()
      return { input, packet, error, needsHistory: !breaksAlone(input) }
    }
  }

  #learn(input: Input, packet: number): void {
    const triple = tryPacket(input)
    const answer = this.#tryEffects(input)
    const isNewTriple = isNew(this.#triples, triple)
    const isNewAnswer = answer !== undefined && isNew(this.#answers, answer)
    if (isNewTriple && packet >= this.#corpus.length) this.found.push(input)
    if (isNewTriple || isNewAnswer || packet < this.#corpus.length) this.#pool.add(input)
  }

  /** What has a history: the node, and the connections of peers. Servers' packets are sent to the node now and then. */
  #tryEffects({ way, bytes }: Input): string | undefined {
    const dice = this.#dice
    if (way === 'client' || (way === 'server' && dice.chance(0.1))) return this.#endpoint.try(bytes)
    if (way === 'server') return undefined
    if (way === 'chat' && bytes.length <= strokesMax) tryStrokes(bytes, dice)
    this.#frames.push(bytes)
    if (this.#frames.length < framesMax) return undefined
    tryStream(this.#frames.splice(0), dice)
    return undefined
  }

  #nextInput(): Input {
    const fromCorpus = this.#corpus[this.#tried]
    if (fromCorpus) return fromCorpus
    const dice = this.#dice
    if (this.#pool.size === 0 || dice.chance(0.1)) return compose(dice)
    const { input, places } = this.#pool.pick()
    return { way: input.way, bytes: mutate(input.bytes, places, this.#pool.pick().input.bytes, dice) }
  }

  #newEndpoint(): Endpoint {
    this.#endpoints += 1
    return new Endpoint(this.#dice.split(`endpoint ${this.#endpoints}`), this.#limits, this.#makeNode)
  }
}

/** How many frames travel over one connection. */
const framesMax = 6
/** Longer chats than this are not typed. */
const strokesMax = 4_000

/** Whether reading these bytes breaks something, without a node. */
function breaksAlone(input: Input): boolean {
  try {
    tryPacket(input)
    return false
  } catch {
    return true
  }
}

/** The shortest beginning of an input that still breaks something when it is read. */
export function shortestBreaking(input: Input, breaks = breaksAlone): Input {
  for (let length = 0; length < input.bytes.length; length++) {
    const shorter = { way: input.way, bytes: input.bytes.slice(0, length) }
    if (breaks(shorter)) return shorter
  }
  return input
}

function isNew(seen: Set<string>, one: string): boolean {
  if (seen.has(one)) return false
  seen.add(one)
  return true
}
