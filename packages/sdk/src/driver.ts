import { BackOff, Client, type ClientInput, type ClientOutcome, type PeerOutcome, type Wish } from '@seekyou/client'
import type { Millis } from '@seekyou/language'
import { CannotReach } from './errors.ts'
import type { Files, Road, Tcp, World } from './world.ts'

/** What the machine tells its user. */
export type ToldOutcome = Exclude<ClientOutcome, PeerOutcome | { readonly kind: 'transmit' }>

/** A way to the server is there, or there is none at the moment. */
export type RoadChanged =
  | { readonly kind: 'road'; readonly isThere: true }
  /** Another one is looked for at `againAt`. */
  | { readonly kind: 'road'; readonly isThere: false; readonly againAt: Millis }

/** A road that held for so long was a good one. */
const goodRoadMs = 30_000
/** How long to wait before another road is looked for, at first and at most. */
const [firstPauseMs, longestPauseMs] = [1_000, 60_000]

/**
 * Turns the machine of one user in its world: carries out what it returns, wakes it when it wants to be woken, and gives it another
 * road when the one that it had is lost or leads nowhere.
 */
export class Driver {
  readonly client: Client
  readonly #world: World
  readonly #server: string
  readonly #hear: (outcome: ToldOutcome | RoadChanged) => void
  readonly #pauses: BackOff
  readonly tcp: Tcp | undefined
  readonly files: Files | undefined
  #road: Road | undefined
  #roadAt: Millis = 0
  #isOpening = false
  #isClosed = false
  readonly #inputs: ClientInput[] = []
  #isBusy = false
  #wakesAt = Number.POSITIVE_INFINITY
  #forgetWake = (): void => {}
  #forgetRetry = (): void => {}
  /** Looks for a road; only between two tries. */
  #retry: (() => void) | undefined
  #isHurried = false

  /** Without `isDirect` the machine has neither TCP nor files. */
  constructor(world: World, server: string, isDirect: boolean, hear: (outcome: ToldOutcome | RoadChanged) => void) {
    this.#world = world
    this.#server = server
    this.#hear = hear
    this.client = new Client({ random: () => world.random() })
    this.#pauses = new BackOff(() => world.random())
    this.tcp = isDirect ? world.openTcp?.((input) => this.#give(input)) : undefined
    this.files = isDirect ? world.openFiles?.((input) => this.#give(input)) : undefined
  }

  get hasRoad(): boolean {
    return this.#road !== undefined
  }

  /** Opens the first road. Rejects with `CannotReach`. */
  async open(): Promise<void> {
    this.#isOpening = true
    try {
      await this.#openRoad()
    } finally {
      this.#isOpening = false
    }
  }

  /** Opens the first road, however long that takes. */
  openSomeday(): void {
    this.open().catch(() => this.#reopen())
  }

  /** Ends the pause before the next try, if there is one. */
  tryNow(): void {
    if (this.#road) {
      if (this.client.state === 'waiting') this.#give({ kind: 'moved' })
      return
    }
    this.#isHurried = true
    this.#forgetRetry()
    this.#retry?.()
  }

  wish(wish: Wish): void {
    this.#give({ kind: 'wish', wish })
  }

  /** Stops everything at once, and tells nothing any more. */
  close(): void {
    this.#isClosed = true
    this.#forgetWake()
    this.#forgetRetry()
    this.#road?.close()
    this.#road = undefined
    this.tcp?.close()
    this.files?.close()
  }

  /** An input that arrives while outcomes are carried out waits until they are. */
  #give(input: ClientInput): void {
    if (this.#isClosed) return
    this.#inputs.push(input)
    if (this.#isBusy) return
    this.#isBusy = true
    try {
      for (let next = this.#inputs.shift(); next && !this.#isClosed; next = this.#inputs.shift()) {
        for (const outcome of this.client.handle(next, this.#world.now())) this.#follow(outcome)
      }
    } finally {
      this.#isBusy = false
      this.#setAlarm()
    }
  }

  #follow(outcome: ClientOutcome): void {
    if (this.#isClosed) return
    switch (outcome.kind) {
      case 'transmit':
        this.#road?.send(outcome.datagram)
        break
      case 'listen':
      case 'unlisten':
      case 'connect':
      case 'write':
      case 'close':
      case 'pause':
      case 'resume':
        this.tcp?.carryOut(outcome)
        break
      case 'readFile':
      case 'openFile':
      case 'writeFile':
      case 'finishFile':
      case 'abandonFile':
        this.files?.carryOut(outcome)
        break
      case 'offline':
        this.#hear(outcome)
        // The server may have moved, or a router on the way may have forgotten us: another road may lead there.
        if (outcome.because === 'noAnswer' && outcome.againAt !== undefined) this.#loseRoad(false)
        break
      default:
        this.#hear(outcome)
    }
  }

  #setAlarm(): void {
    const { wakeAt } = this.client
    if (this.#isClosed || wakeAt === undefined || wakeAt >= this.#wakesAt) return
    this.#forgetWake()
    this.#wakesAt = wakeAt
    this.#forgetWake = this.#world.at(wakeAt, () => {
      this.#wakesAt = Number.POSITIVE_INFINITY
      // The machine may have changed its mind meanwhile.
      if ((this.client.wakeAt ?? Number.POSITIVE_INFINITY) <= this.#world.now()) this.#give({ kind: 'wake' })
      else this.#setAlarm()
    })
  }

  async #openRoad(): Promise<void> {
    let isLost = false
    let opened: Road | undefined
    const road = await this.#world.openRoad(
      this.#server,
      (bytes) => {
        if (opened && this.#road === opened) this.#give({ kind: 'datagram', bytes })
      },
      () => {
        isLost = true
        if (opened && this.#road === opened) this.#loseRoad()
      },
    )
    if (isLost) throw new CannotReach(this.#server, 'the connection ended at once')
    if (this.#isClosed) {
      road.close()
      return
    }
    opened = road
    this.#road = road
    this.#roadAt = this.#world.now()
    this.#hear({ kind: 'road', isThere: true })
    // Whoever waits to try again goes on waiting, so that nobody is hurried but by their user.
    if (this.client.state !== 'waiting' || this.#isHurried) this.#give({ kind: 'moved' })
    this.#isHurried = false
  }

  /** `isNews`: nobody has been told why there is no connection. */
  #loseRoad(isNews = true): void {
    this.#road?.close()
    this.#road = undefined
    if (this.#world.now() - this.#roadAt >= goodRoadMs) this.#pauses.reset()
    this.#reopen(isNews)
  }

  #reopen(isNews = true): void {
    if (this.#isOpening || this.#isClosed) return
    this.#isOpening = true
    this.#pause(isNews)
  }

  #pause(isNews = true): void {
    const againAt = this.#world.now() + this.#pauses.pause(firstPauseMs, longestPauseMs)
    const retry = (): void => {
      this.#retry = undefined
      this.#openRoad().then(
        () => {
          this.#isOpening = false
        },
        () => !this.#isClosed && this.#pause(),
      )
    }
    this.#retry = retry
    this.#forgetRetry = this.#world.at(againAt, retry)
    if (isNews) this.#hear({ kind: 'road', isThere: false, againAt })
  }
}
