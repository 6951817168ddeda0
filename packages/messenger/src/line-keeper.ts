import {
  beginConnecting,
  type ConnectOptions,
  type EndOfLink,
  type StateEvent,
  type User,
  type UserEvent,
  type World,
} from '@seekyou/sdk'
import type { Line, LineTrouble } from './contract.ts'
import { watched } from './watched.ts'

/** What a user hears, but for the line. */
export type HeardEvent = Exclude<UserEvent, StateEvent>

export interface LineHost {
  readonly world: World
  /** How to connect, as it is at this moment. */
  options(): ConnectOptions
  /** There is a user now, who can be asked, and waits for the line. */
  began(user: User): void
  /** The line becomes this; whoever watches it is told afterwards. */
  lineChanged(line: Line): void
  hear(event: HeardEvent): void
}

/** How long a goodbye may take before nobody waits for it any more, in milliseconds. */
const goodbyeMs = 1_000

/** Keeps a user on line, and says how that goes. */
export class LineKeeper {
  readonly line = watched<Line>({ state: 'signingOn', attempt: 1 })
  readonly #host: LineHost
  #user: User | undefined
  #attempt = 1
  #hasBeenOnline = false
  #forgetTry = (): void => {}

  constructor(host: LineHost) {
    this.#host = host
  }

  /** Undefined: nothing is tried. */
  get user(): User | undefined {
    return this.#user
  }

  /** Begins to connect. */
  open(): void {
    if (this.#user) return
    const { user } = beginConnecting({ ...this.#host.options(), keepTrying: true })
    this.#user = user
    this.#attempt = 1
    if (this.line.get().state === 'offline') this.#show({ state: this.#waiting, attempt: 1 })
    user.on('*', (event) => {
      if (this.#user !== user) return
      if (event.type === 'state') this.#turn(event)
      else this.#host.hear(event)
    })
    this.#host.began(user)
  }

  /** Makes the next try now. After somebody else has signed on with this number it takes the number back. */
  tryNow(): void {
    const line = this.line.get()
    if (line.state === 'offline') {
      if (line.because === 'elsewhere') this.open()
    } else if (line.state !== 'online') {
      this.#begin()
      this.#user?.tryNow()
    }
  }

  /** The goodbye has left when this returns; resolves when the server has heard it, or soon after. */
  async close(because: 'signedOff' | 'elsewhere' = 'signedOff'): Promise<void> {
    const user = this.#user
    this.#user = undefined
    const ended = user?.signOff({ waitMs: 0 })
    this.#show({ state: 'offline', because })
    const { world } = this.#host
    if (ended) await Promise.race([ended, new Promise<void>((resolve) => world.at(world.now() + goodbyeMs, resolve))])
  }

  get #waiting(): 'signingOn' | 'reconnecting' {
    return this.#hasBeenOnline ? 'reconnecting' : 'signingOn'
  }

  #turn({ state, because, againAt }: StateEvent): void {
    if (state === 'online') {
      this.#hasBeenOnline = true
      this.#attempt = 1
      this.#show({ state })
    } else if (because === 'signedOffElsewhere') void this.close('elsewhere')
    else if (state === 'offline') {
      this.#user = undefined
      this.#show({ state, because: because === 'password' ? because : 'signedOff' })
    } else {
      this.#attempt += 1
      this.#show({
        state: this.#waiting,
        attempt: this.#attempt,
        because: troubleOf(because),
        ...(againAt !== undefined && { againAt }),
      })
      if (againAt !== undefined) this.#expectTry(againAt)
    }
  }

  #expectTry(againAt: number): void {
    const { world } = this.#host
    const now = world.now()
    this.#forgetTry = world.at(now + againAt - world.wall(now), () => this.#begin())
  }

  /** A try is under way: nobody waits for a moment any more. */
  #begin(): void {
    const line = this.line.get()
    if (line.state === 'online' || line.state === 'offline') return
    const { againAt: _, ...begun } = line
    this.#show(begun)
  }

  #show(line: Line): void {
    this.#forgetTry()
    this.#forgetTry = () => {}
    this.#host.lineChanged(line)
    this.line.set(line)
  }
}

function troubleOf(because: EndOfLink | 'noRoad' | undefined): LineTrouble {
  return because === 'noRoad' || because === 'noAnswer' || because === 'busy' ? because : 'other'
}
