// One node and a few people whose clients have the real link and little more, on a wire that loses, doubles and delays, with a
// store that is slow and now and then away. Everything is drawn from one seed.
import { v2Server } from '@seekyou/dialect'
import { type Address, type Millis, uin } from '@seekyou/language'
import type { Need, StoreNeedName } from '@seekyou/service'
import { limitsOn, Node, type NodeInput } from '../index.ts'
import { MemoryStore } from './memory-store.ts'
import { Person } from './person.ts'

export interface Weather {
  readonly seed: number
  readonly loss: number
  readonly duplicate: number
  /** How long a datagram travels at the most. */
  readonly delayMs: Millis
  /** How long the store takes at the most. */
  readonly storeMs: Millis
  /** How little everybody may say and hear in a second. Nothing is dropped for that. */
  readonly isNarrow: boolean
}

export class Storm {
  now: Millis = 0
  readonly node: Node
  readonly store = new MemoryStore()
  readonly people: readonly Person[]
  readonly bugs: unknown[] = []
  readonly weather: Weather
  readonly random: () => number
  /** From then on every datagram arrives after a millisecond. */
  isCalm = false
  readonly #tasks: { readonly at: Millis; readonly act: () => void }[] = []
  #storeIsBusyUntil: Millis = 0

  constructor(weather: Weather, size: number) {
    this.weather = weather
    this.random = dice(weather.seed)
    this.node = new Node({
      dialects: [v2Server()],
      nextMessageId: 1,
      registration: 'closed',
      limits: weather.isNarrow ? { ...limitsOn, ...narrow } : limitsOn,
      wall: (now) => now,
      isNear: () => true,
      direct: 'off',
      enforcesAuthorization: false,
      welcome: undefined,
      firstSequence: 'spec',
      random: this.random,
    })
    const uins = Array.from({ length: size }, (_, index) => uin(1_001 + index))
    for (const uin of uins) this.store.addAccount(uin, 'secret')
    this.people = uins.map((uin) => new Person(this, uin, uins))
  }

  /** Everything up to `until` happens. */
  run(until: Millis): void {
    for (let at = this.#nextAt(); at <= until; at = this.#nextAt()) {
      this.now = Math.max(this.now, at)
      const [task] = this.#tasks
      if (task && task.at <= this.now) {
        this.#tasks.shift()
        task.act()
      } else if ((this.node.wakeAt ?? never) <= this.now) this.#put({ kind: 'wake' })
      else for (const person of this.people) if (person.wakeAt <= this.now) person.wake()
    }
    this.now = until
  }

  toServer(from: Address, bytes: Uint8Array): void {
    const sent = bytes.slice()
    this.#travel(() => this.#put({ kind: 'datagram', from, bytes: sent }))
  }

  #nextAt(): Millis {
    return Math.min(
      this.#tasks[0]?.at ?? never,
      this.node.wakeAt ?? never,
      ...this.people.map((person) => person.wakeAt),
    )
  }

  #later(ms: Millis, act: () => void): void {
    const at = this.now + ms
    const index = this.#tasks.findLastIndex((task) => task.at <= at) + 1
    this.#tasks.splice(index, 0, { at, act })
  }

  #travel(arrive: () => void): void {
    const { loss, duplicate, delayMs } = this.weather
    const copies = !this.isCalm && this.random() < duplicate ? 2 : 1
    for (let copy = 0; copy < copies; copy++) {
      if (!this.isCalm && this.random() < loss) continue
      this.#later(this.isCalm ? 1 : 1 + this.random() * delayMs, arrive)
    }
  }

  #put(input: NodeInput): void {
    for (const outcome of this.node.handle(input, this.now)) {
      if (outcome.kind === 'transmit') {
        const { to } = outcome
        const sent = outcome.datagram.slice()
        this.#travel(() => this.people.find(({ address }) => address === to)?.receive(sent))
      } else if (outcome.kind === 'note') {
        if (outcome.note.what === 'bug') this.bugs.push(outcome.note.error)
      } else this.#meet(outcome.id, outcome.need)
    }
  }

  #meet(id: number, need: Need<StoreNeedName> | { readonly name: 'verifyPassword' | 'hashPassword' }): void {
    if (need.name === 'verifyPassword' || need.name === 'hashPassword') {
      this.#later(this.random() * 20, () => this.#put({ kind: 'met', id, answer: true }))
      return
    }
    this.#storeIsBusyUntil = Math.max(this.#storeIsBusyUntil, this.now) + this.random() * this.weather.storeMs
    this.#later(this.#storeIsBusyUntil - this.now, () => {
      if (this.store.isDown) this.#put({ kind: 'unmet', id, cause: 'away' })
      else this.#put({ kind: 'met', id, answer: this.store.perform(need as Need<StoreNeedName>) })
    })
  }
}

const narrow = { messagesBurst: 2, messagesPerSecond: 1, messagesQueue: 1_000, bytesPerSecond: 512 }

const never = Number.POSITIVE_INFINITY

function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}
