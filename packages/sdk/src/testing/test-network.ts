import { type Millis, uin, type WallMillis } from '@seekyou/language'
import { Dice, VirtualClock, VirtualWires } from '@seekyou/simulator'
import type { AnyBot } from '../bot/bot.ts'
import { connect } from '../connect.ts'
import type { ConnectOptions } from '../options.ts'
import type { User } from '../user.ts'
import type { World } from '../world.ts'
import { Moments } from './moments.ts'
import { TestPerson } from './test-person.ts'
import { TestServer, type TestServerOptions } from './test-server.ts'
import type { TestFiles } from './virtual-files.ts'
import { type Surroundings, virtualWorld } from './virtual-world.ts'

/** What a test network is like. */
export interface TestNetworkOptions extends TestServerOptions {
  /**
   * The names of the servers, each a network of its own. Unless told there is one, and every name leads to it, so that a bot is
   * tested with the options that it has anyway.
   */
  readonly servers?: readonly [string, ...string[]]
  /** Chance comes from this number: the same one, the same course of events. */
  readonly seed?: number
}

const firstIp = 0x0a00_0001
/** What people have for a password who are not given another one. */
const usualPassword = 'secret'

/** Servers, people and bots in one process: real protocol, virtual time, no sockets. */
export class TestNetwork {
  /** What everybody's disk holds, by path: files to be sent are put here, and received ones are found here. */
  readonly files: TestFiles = new Map()
  readonly #clock = new VirtualClock()
  readonly #dice: Dice
  readonly #servers: readonly TestServer[]
  readonly #isNamed: boolean
  readonly #moments: Moments
  readonly #surroundings: Surroundings
  #hosts = 0

  constructor({ servers, seed = 1, ...options }: TestNetworkOptions = {}) {
    this.#dice = new Dice(seed)
    this.#isNamed = servers !== undefined
    this.#servers = (servers ?? ['icq.example.org']).map(
      (name) => new TestServer(name, this.#clock, this.#dice.split(name), options),
    )
    this.#surroundings = {
      clock: this.#clock,
      wires: new VirtualWires(this.#clock, this.#dice.split('wires')),
      files: this.files,
      serverOf: (name) => this.#serverOf(name),
    }
    this.#moments = new Moments(this.#clock, () => this.#throwBugs())
  }

  /** Virtual milliseconds since the network began. */
  get now(): Millis {
    return this.#clock.now
  }

  /** The virtual time of day. */
  get wall(): WallMillis {
    return this.newWorld().wall(this.now)
  }

  /** A server: the first one unless named. Throws when there is none of that name. */
  server(name?: string): TestServer {
    const server = name === undefined ? this.#servers[0] : this.#serverOf(name)
    if (!server) throw new Error(`There is no server ${name} here: name it in testNetwork({ servers: [...] }).`)
    return server
  }

  /** A machine with an address of its own. */
  newWorld(): World {
    const host = this.#hosts++
    return virtualWorld(this.#surroundings, this.#dice.split(`host ${host}`), firstIp + host)
  }

  /** Opens an account, with the password `secret` unless told. */
  addUser(number: number, password: string = usualPassword, server?: string): void {
    this.server(server).addUser(uin(number), password)
  }

  /** Signs somebody on, and lets time pass until that is done. Whoever has no account yet gets one. */
  async connect(options: Partial<ConnectOptions> & { readonly uin: number }): Promise<User> {
    const { name } = this.server(options.server)
    const password = options.password ?? usualPassword
    this.#welcome(options.uin, password, name)
    return this.finish(connect({ world: this.newWorld(), server: name, ...options, password }))
  }

  /** The same, for tests that want to talk to somebody's bot. */
  async person(number: number, server?: string): Promise<TestPerson> {
    return new TestPerson(this, await this.connect({ uin: number, ...(server !== undefined && { server }) }))
  }

  /** Starts a bot here, whatever server it is for, and lets time pass until it is on line. */
  async start<SomeBot extends AnyBot>(bot: SomeBot): Promise<SomeBot> {
    const { uin, password, server } = bot.options
    this.#welcome(uin, password, server)
    const online = Promise.withResolvers<void>()
    const running = bot.start({ world: this.newWorld(), onStart: () => online.resolve() })
    running.catch(online.reject)
    await this.finish(online.promise)
    return bot
  }

  /** Lets so many virtual milliseconds pass. */
  async pass(milliseconds: Millis): Promise<void> {
    await this.#moments.pass(milliseconds)
  }

  /**
   * Lets time pass until `find` returns something, and returns that. Throws when it has not after so many virtual milliseconds,
   * and, because something real may be awaited, such as a file, ten real seconds.
   */
  async until<Value>(
    find: () => Value,
    { withinMs = 60_000 }: { readonly withinMs?: Millis } = {},
  ): Promise<Exclude<Value, false | undefined | null | 0 | ''>> {
    return this.#moments.until(find, withinMs)
  }

  /** Lets time pass until the promise is settled, and returns or throws what came of it. */
  async finish<Value>(promise: PromiseLike<Value>, options?: { readonly withinMs?: Millis }): Promise<Value> {
    let isSettled = false
    const settle = (): void => {
      isSettled = true
    }
    promise.then(settle, settle)
    await this.until(() => isSettled, options)
    return promise
  }

  #welcome(number: number, password: string, name: string): void {
    const server = this.server(name)
    if (!server.has(uin(number))) server.addUser(uin(number), password)
  }

  #serverOf(name: string): TestServer | undefined {
    return this.#isNamed ? this.#servers.find((server) => server.name === name) : this.#servers[0]
  }

  #throwBugs(): void {
    for (const server of this.#servers) {
      const [bug] = server.takeBugs()
      if (bug !== undefined) throw bug
    }
  }
}

/**
 * An ICQ network in memory, for tests of bots and of everything else that stands on this library. Nothing in it is real but the
 * protocol: time passes only in `pass`, `until`, `finish` and whatever is said to let it pass, and an hour takes milliseconds.
 */
export const testNetwork = (options?: TestNetworkOptions): TestNetwork => new TestNetwork(options)
