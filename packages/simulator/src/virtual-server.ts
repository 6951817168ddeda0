import { v2Server } from '@seekyou/dialect'
import { type Address, type Millis, messageKind, type Text, type Uin, type WallMillis } from '@seekyou/language'
import { Node, type NodeInput, type NodeOptions, type NodeOutcome, type Note } from '@seekyou/server'
import type { Account } from '@seekyou/service'
import { Alarm } from './alarm.ts'
import type { StoreTrouble } from './troubles.ts'
import type { VirtualClock } from './virtual-clock.ts'
import type { StoreOutcome, VirtualStore } from './virtual-store.ts'

/** A node as the town sees it. Tests put a broken one in its place. */
export type NodeLike = Pick<
  Node,
  'handle' | 'wakeAt' | 'counters' | 'size' | 'isSettled' | 'isAtRest' | 'present' | 'expectedBack'
>
export type MakeNode = (options: NodeOptions) => NodeLike
/** How the operator runs the server. */
export type Regime = Pick<
  NodeOptions,
  'limits' | 'registration' | 'direct' | 'isNear' | 'enforcesAuthorization' | 'firstSequence' | 'welcome' | 'random'
>

/** Who hears what a server does. */
export interface ServerListener {
  transmitted(to: Address, datagram: Uint8Array): void
  noted(note: Note): void
  /** The process is gone; the store has decided which of its last calls have reached the disk. */
  wentDown(): void
  /** Another process has begun, and knows of these. */
  cameUp(process: Pick<NodeLike, 'present' | 'expectedBack'>): void
}

/** The day on which every town begins. */
const firstDay: WallMillis = Date.UTC(1998, 8, 1)
/** A process that is to stop is given so long to commit what it holds, in milliseconds. */
const stopPatienceMs = 10_000

/** One server process after another, and the store that outlives them. */
export class VirtualServer {
  readonly store: VirtualStore
  /** Counters of all processes so far, the present one left out. */
  readonly past = { bugs: 0, overflows: 0, crashes: 0, stops: 0 }
  readonly #clock: VirtualClock
  readonly #makeNode: MakeNode
  readonly #regime: Regime
  readonly #listener: ServerListener
  readonly #storeAlarm: Alarm
  #node: NodeLike | undefined
  #alarm: Alarm | undefined
  #isStopping = false
  #isWanted = false
  /** How far its clock is from the true time of day. */
  #drift: Millis = 0
  #pauseMs: Millis = 0

  constructor(
    clock: VirtualClock,
    store: VirtualStore,
    regime: Regime,
    listener: ServerListener,
    makeNode: MakeNode = (options) => new Node(options),
  ) {
    this.#clock = clock
    this.store = store
    this.#regime = regime
    this.#listener = listener
    this.#makeNode = makeNode
    this.#storeAlarm = new Alarm(clock, store, () => this.#answer(store.handle({ kind: 'wake' }, clock.now)))
    this.start()
  }

  /** The process that runs now, if one does. */
  get node(): NodeLike | undefined {
    return this.#node
  }

  /** How long the store had not heard of any process when this one began, by the clock of the machine. */
  get pauseMs(): Millis {
    return this.#pauseMs
  }

  /** A process that is down or about to stop takes nothing in. */
  get isListening(): boolean {
    return this.#node !== undefined && !this.#isStopping
  }

  get bugs(): number {
    return this.past.bugs + (this.#node?.counters.bugs ?? 0)
  }

  get overflows(): number {
    return this.past.overflows + (this.#node?.counters.overflows ?? 0)
  }

  /** Starts a process, unless one is running. One that is about to stop is waited for. */
  start(): void {
    this.#isWanted = this.#isStopping
    if (this.#node) return
    const wall = (now: Millis): WallMillis => firstDay + Math.floor(now) + this.#drift
    const { now } = this.#clock
    const node = this.#makeNode({
      dialects: [v2Server()],
      nextMessageId: this.store.takeIdBlock(),
      wall,
      ...this.#regime,
    })
    this.#node = node
    this.#alarm = new Alarm(this.#clock, node, () => this.#handle({ kind: 'wake' }))
    const former = this.store.formerLinks()
    this.#pauseMs = wall(now) - former.at
    const outcomes = node.handle({ kind: 'takeUp', former }, now)
    this.#listener.cameUp(node)
    for (const outcome of outcomes) this.#follow(outcome)
    this.#alarm.set()
  }

  /** Kills the process: whatever it had in memory is gone. */
  crash(): void {
    if (!this.#node) return
    this.past.crashes += 1
    this.#isStopping = false
    this.#goDown()
  }

  /** Stops the process in order: it takes nothing in any more, commits what it holds, and ends. */
  stop(): void {
    if (!this.#node || this.#isStopping) return
    this.#isStopping = true
    const node = this.#node
    this.#handle({ kind: 'settle' })
    this.#clock.after(stopPatienceMs, () => this.#endStop(node))
    this.#endIfAtRest()
  }

  receive(from: Address, bytes: Uint8Array): void {
    if (this.isListening) this.#handle({ kind: 'datagram', from, bytes })
  }

  /** A browser's WebSocket has ended. */
  lose(address: Address): void {
    if (this.isListening) this.#handle({ kind: 'gone', address })
  }

  /** The operator ends somebody's visit. */
  kick(uin: Uin): void {
    this.#handle({ kind: 'forceOff', uin })
  }

  /** The operator changes an account; whoever is banned by that is thrown out. */
  changeAccount(uin: Uin, changes: Partial<Omit<Account, 'uin'>>): void {
    this.store.changeAccount(uin, changes)
    const record = this.store.recordOf(uin)
    if (record) this.#handle({ kind: 'accountChanged', account: record.account })
    if (changes.isBanned || changes.passwordHash !== undefined) this.kick(uin)
  }

  /** The operator removes an account. */
  removeAccount(uin: Uin): void {
    this.store.removeAccount(uin)
    this.kick(uin)
  }

  /** The server itself says something to these, or to everybody who is on line. */
  announce(to: readonly Uin[] | 'everybodyHere', text: Text): void {
    this.#handle({ kind: 'announce', to, messageKind: messageKind.broadcast, text })
  }

  setTrouble(trouble: StoreTrouble): void {
    this.store.setTrouble(trouble, this.#clock.now)
    this.#storeAlarm.set()
  }

  /** Somebody sets the clock of the machine. */
  setClock(by: Millis): void {
    this.#drift += by
  }

  #handle(input: NodeInput): void {
    const node = this.#node
    if (!node) return
    for (const outcome of node.handle(input, this.#clock.now)) this.#follow(outcome)
    this.#alarm?.set()
  }

  #follow(outcome: NodeOutcome): void {
    switch (outcome.kind) {
      case 'transmit':
        this.#listener.transmitted(outcome.to, outcome.datagram)
        break
      case 'need':
        this.store.handle(outcome, this.#clock.now)
        this.#storeAlarm.set()
        break
      case 'note':
        this.#listener.noted(outcome.note)
        break
    }
  }

  #answer(answers: readonly StoreOutcome[]): void {
    for (const answer of answers) this.#handle(answer)
    this.#endIfAtRest()
  }

  #endIfAtRest(): void {
    if (this.#isStopping && this.#node?.isAtRest) this.#endStop(this.#node)
  }

  #endStop(node: NodeLike): void {
    if (node !== this.#node) return
    this.past.stops += 1
    this.#isStopping = false
    this.#goDown()
    if (this.#isWanted) this.start()
  }

  #goDown(): void {
    const { bugs, overflows } = this.#node!.counters
    this.past.bugs += bugs
    this.past.overflows += overflows
    this.#node = undefined
    this.#alarm?.turnOff()
    this.store.handle({ kind: 'crash' }, this.#clock.now)
    this.#listener.wentDown()
  }
}
