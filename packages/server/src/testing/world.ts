// A world for one node, as plain as it can be: a clock that moves when a test says so, a store in memory, clients that speak raw
// datagrams. Nothing takes any time unless it is told to, and nothing is ever lost by itself.
import { v2Server } from '@seekyou/dialect'
import { type Address, type Millis, packAddress, parseIp4, type Uin, uin, webAddress } from '@seekyou/language'
import { type Need, Overloaded } from '@seekyou/service'
import { limitsOn, Node, type NodeInput, type NodeOptions, type Note } from '../index.ts'
import { Client, type ClientOptions } from './client.ts'
import { MemoryStore } from './memory-store.ts'

export interface WorldOptions extends Partial<Omit<NodeOptions, 'limits' | 'wall'>> {
  readonly limits?: Partial<NodeOptions['limits']>
  /** The number of the first account that is made by registering. */
  readonly firstUin?: number
}

export interface PersonOptions extends ClientOptions {
  readonly ip?: string
  /** Of somebody in a browser: the slot. */
  readonly port?: number
  /** False: the account is there already, or is not to be. */
  readonly register?: boolean
  readonly inBrowser?: boolean
}

/** When the clock says 0, it is this time of day. */
const wallAtZero = Date.UTC(1998, 5, 1, 12, 0, 0)

export class World {
  now: Millis = 0
  node: Node
  readonly store: MemoryStore
  readonly notes: Note[] = []
  /** By how much the time of day has been set forward or back, in milliseconds. */
  wallShift: Millis = 0
  /** How long a password check takes. */
  hashMs: Millis = 0
  /** More passwords wait than can be checked. */
  isHasherBusy = false
  readonly #clients = new Map<Address, Client>()
  #tasks: { readonly at: Millis; readonly act: () => void }[] = []
  #storeIsBusyUntil: Millis = 0
  #isRunning = false
  readonly #options: NodeOptions
  #isUp = true
  #crashes = 0

  constructor({ limits, firstUin, ...options }: WorldOptions = {}) {
    this.store = new MemoryStore(firstUin)
    this.#options = {
      dialects: [v2Server()],
      nextMessageId: 1,
      registration: 'open',
      isNear: () => true,
      direct: 'off',
      enforcesAuthorization: false,
      welcome: undefined,
      firstSequence: 'spec',
      random: () => 0,
      ...options,
      limits: { ...limitsOn, ...limits },
      wall: (now) => wallAtZero + now + this.wallShift,
    }
    this.node = new Node(this.#options)
  }

  /** The process is killed, and another one begins: what was in memory is gone, and what was asked of the store was not heard. */
  crash(pauseMs: Millis = 0): void {
    this.#isUp = false
    this.node = new Node({ ...this.#options, nextMessageId: 1_000_000 * ++this.#crashes })
    this.pass(pauseMs)
    this.#isUp = true
    this.put({ kind: 'takeUp', former: this.store.plain.formerLinks() })
  }

  /** The process ends in order, and another one begins. */
  restart(pauseMs: Millis = 0): void {
    while (!this.node.isAtRest) this.put({ kind: 'settle' })
    this.crash(pauseMs)
  }

  /** Somebody with an account and a client, not yet signed on. Everybody has the password `secret` and an address of their own. */
  person(number: number, options: PersonOptions = {}): Client {
    const { ip = '10.0.0.1', port = this.#clients.size + 1, register = true, inBrowser = false, ...rest } = options
    const person = uin(number)
    if (register) this.store.addAccount(person, 'secret')
    const address = (inBrowser ? webAddress : packAddress)(parseIp4(ip)!, port)
    const client = new Client(this, person, address, rest)
    this.#clients.set(address, client)
    return client
  }

  /** Somebody who is signed on and starts with a clean sheet. */
  guest(number: number, options: PersonOptions = {}): Client {
    const client = this.person(number, options)
    client.signOn()
    return client
  }

  /** Hands something to the node and lets everything happen that follows at once. */
  put(input: NodeInput): void {
    if (!this.#isUp) return
    const { node } = this
    this.soon(() => {
      if (node !== this.node) return
      for (const outcome of node.handle(input, this.now)) {
        if (outcome.kind === 'transmit') this.#clients.get(outcome.to)?.receive(outcome.datagram.slice())
        else if (outcome.kind === 'note') this.notes.push(outcome.note)
        else this.#meet(outcome.id, outcome.need)
      }
    })
    this.#run(this.now)
  }

  /** Lets time pass, in milliseconds. */
  pass(ms: Millis): void {
    this.#run(this.now + ms)
  }

  soon(act: () => void, afterMs: Millis = 0): void {
    const at = this.now + afterMs
    const index = this.#tasks.findLastIndex((task) => task.at <= at) + 1
    this.#tasks.splice(index, 0, { at, act })
  }

  /** What a kind of note said, oldest first. */
  noted<What extends Note['what']>(what: What): (Note & { what: What })[] {
    return this.notes.filter((note): note is Note & { what: What } => note.what === what)
  }

  #run(until: Millis): void {
    if (this.#isRunning) return
    this.#isRunning = true
    try {
      for (let at = this.#nextAt(); at <= until; at = this.#nextAt()) {
        this.now = Math.max(this.now, at)
        const [task] = this.#tasks
        if (task && task.at <= this.now) {
          this.#tasks.shift()
          task.act()
        } else this.put({ kind: 'wake' })
      }
      this.now = until
    } finally {
      this.#isRunning = false
    }
  }

  #nextAt(): Millis {
    const wakeAt = this.#isUp ? this.node.wakeAt : undefined
    return Math.min(this.#tasks[0]?.at ?? Number.POSITIVE_INFINITY, wakeAt ?? Number.POSITIVE_INFINITY)
  }

  /** The store does one thing after another; passwords are checked beside it. */
  #meet(id: number, need: Need): void {
    if (need.name === 'verifyPassword' || need.name === 'hashPassword') {
      const answer = need.name === 'verifyPassword' ? latin(need.password) === need.hash : latin(need.password)
      if (this.isHasherBusy) this.soon(() => this.put({ kind: 'unmet', id, cause: new Overloaded() }))
      else this.soon(() => this.put({ kind: 'met', id, answer }), this.hashMs)
      return
    }
    const { store, node } = this
    const meet = (): void => {
      if (node !== this.node) return
      if (store.isDown) this.put({ kind: 'unmet', id, cause: new Error('the disk is full') })
      else this.put({ kind: 'met', id, answer: store.perform(need) })
    }
    if (store.isHeld) {
      store.held.push(meet)
      return
    }
    this.#storeIsBusyUntil = Math.max(this.#storeIsBusyUntil, this.now + store.ms)
    this.soon(meet, this.#storeIsBusyUntil - this.now)
  }
}

const latin = (text: Uint8Array): string => String.fromCharCode(...text)

/** The numbers of messages that are stored for somebody, oldest first. */
export const storedFor = ({ store }: World, number: number): string[] =>
  store.messages.filter(({ to }) => to === (number as Uin)).map(({ text }) => latin(text))
