import type { Millis } from '@seekyou/language'
import type { Rate } from '@seekyou/link'
import { connect } from '../connect.ts'
import { SendError, SignOnError } from '../errors.ts'
import type { StateEvent, UserEvent, UserEventType } from '../events.ts'
import type { ConnectOptions } from '../options.ts'
import type { User } from '../user.ts'
import type { World } from '../world.ts'
import { type BotCounters, Desk, type DeskOptions } from './desk.ts'
import { heedingWorld } from './heeding-world.ts'
import { pacedUser } from './paced-user.ts'
import { Pacer } from './pacer.ts'

/** What one run of a bot needs to know. */
export interface RunOptions extends DeskOptions {
  readonly connect: ConnectOptions
  readonly world: World
  readonly pace: Rate | undefined
  readonly graceMs: Millis
  /** Called when it is on line for the first time. */
  readonly onStart: (() => void) | undefined
}

/** Where a run stands. */
export type RunState = 'signingOn' | 'online' | 'reconnecting' | 'stopping'

const eventTypes = Object.keys({
  message: true,
  broadcast: true,
  url: true,
  contacts: true,
  authorizationRequested: true,
  authorizationGranted: true,
  authorizationRefused: true,
  added: true,
  pager: true,
  email: true,
  other: true,
  online: true,
  statusChanged: true,
  offline: true,
  state: true,
  chatRequested: true,
  filesOffered: true,
} satisfies Record<UserEventType, true>) as UserEventType[]

/** A bot from its start to its stop. */
export class Run {
  readonly world: World
  readonly #options: RunOptions
  readonly #desk: Desk
  readonly #pacer: Pacer | undefined
  /** Aborted when the bot is to stop. */
  readonly #leaving = new AbortController()
  /** Aborted when handlers are not waited for any more. */
  readonly #ending = new AbortController()
  readonly #sendings = new Set<Promise<unknown>>()
  readonly #timers = new Set<() => void>()
  #state: RunState = 'signingOn'
  #user: User | undefined
  #lastHeardAt: Millis | undefined

  constructor(options: RunOptions, counters: { -readonly [Name in keyof BotCounters]: number }) {
    this.#options = options
    this.world = heedingWorld(options.world, () => {
      this.#lastHeardAt = this.world.now()
    })
    this.#desk = new Desk(options, counters)
    this.#pacer = options.pace && new Pacer(this.world, options.pace)
  }

  get state(): RunState {
    return this.#leaving.signal.aborted ? 'stopping' : this.#state
  }

  /** Undefined before it was ever on line. */
  get user(): User | undefined {
    return this.#user
  }

  /** By the world's steady clock. */
  get lastHeardAt(): Millis | undefined {
    return this.#lastHeardAt
  }

  /** Resolves when the bot has stopped. Rejects with `SignOnError` when it cannot come on line again, whatever it does. */
  async go(): Promise<void> {
    const user = await this.#connect()
    if (user) await this.#stay(user)
  }

  /** Has it stop: what has been received is handled, what handlers send is sent, as far as the grace lasts. */
  stop(): void {
    this.#leaving.abort()
  }

  /** Does something once, after so many milliseconds. Returns what forgets it. */
  after(delay: Millis, act: () => unknown): () => void {
    if (this.#leaving.signal.aborted) return () => {}
    const forgetTime = this.world.at(this.world.now() + delay, () => {
      this.#timers.delete(forget)
      this.#desk.do(act)
    })
    const forget = (): void => {
      this.#timers.delete(forget)
      forgetTime()
    }
    this.#timers.add(forget)
    return forget
  }

  /** Undefined when the bot is to stop before it is on line. */
  async #connect(): Promise<User | undefined> {
    // A signal of its own: later it would sign off before everything is sent.
    const connecting = new AbortController()
    const { signal } = this.#leaving
    const giveUp = (): void => connecting.abort(signal.reason)
    signal.addEventListener('abort', giveUp)
    if (signal.aborted) giveUp()
    try {
      const { world } = this
      return await connect({ ...this.#options.connect, world, keepTrying: true, signal: connecting.signal })
    } catch (error) {
      if (!signal.aborted) throw error
      return undefined
    } finally {
      signal.removeEventListener('abort', giveUp)
    }
  }

  /** As long as the user is there, or until a handler signs them off. */
  async #stay(user: User): Promise<void> {
    const paced = pacedUser(user, {
      pacer: this.#pacer,
      codePage: this.#options.connect.codePage,
      onSend: (sending) => this.#follow(sending),
      onUnseen: (error) => void this.#options.onError(error, undefined),
    })
    this.#user = paced
    const left = Promise.withResolvers<StateEvent['because']>()
    const hear = (event: UserEvent): void => {
      if (event.type === 'state') this.#state = event.state === 'online' ? 'online' : 'reconnecting'
      this.#desk.take(event, paced, this.#ending.signal, this.world.now())
      if (event.type === 'state' && event.state === 'offline') left.resolve(event.because)
    }
    for (const type of eventTypes) user.on(type, hear)
    hear({ type: 'state', state: user.state })
    this.#start()
    const { signal } = this.#leaving
    const told = (): void => left.resolve('signedOff')
    signal.addEventListener('abort', told)
    if (signal.aborted) told()
    const because = await left.promise
    signal.removeEventListener('abort', told)
    if (signal.aborted) await this.#leave(user)
    else if (because === 'password') throw new SignOnError('password')
  }

  #start(): void {
    try {
      this.#options.onStart?.()
    } catch (error) {
      void this.#options.onError(error, undefined)
    }
  }

  async #leave(user: User): Promise<void> {
    for (const forget of [...this.#timers]) forget()
    const grace = Promise.withResolvers<void>()
    const forget = this.world.at(this.world.now() + this.#options.graceMs, grace.resolve)
    await Promise.race([this.#whenQuiet(), grace.promise])
    forget()
    const reason = new SendError('signedOff')
    this.#ending.abort(reason)
    this.#pacer?.end(reason)
    await user.signOff({ waitMs: 0 })
  }

  /** Handlers send, and what is sent may be answered by handlers. */
  async #whenQuiet(): Promise<void> {
    while (!this.#desk.isIdle || this.#sendings.size > 0) {
      await this.#desk.whenIdle()
      await Promise.allSettled([...this.#sendings])
    }
  }

  #follow(sending: Promise<unknown>): void {
    this.#sendings.add(sending)
    const forget = (): void => {
      this.#sendings.delete(sending)
    }
    sending.then(forget, forget)
  }
}
