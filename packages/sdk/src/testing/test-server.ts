import { type Address, type Ip4, uin as uinOf } from '@seekyou/language'
import { limitsOn } from '@seekyou/server'
import {
  Alarm,
  clearRoads,
  type Dice,
  hashOf,
  type RoadConditions,
  type Socket,
  type VirtualClock,
  VirtualNetwork,
  VirtualServer,
  VirtualStore,
} from '@seekyou/simulator'
import { codePage } from '@seekyou/wire'
import type { Road } from '../world.ts'

/** What a server in a test network is like. */
export interface TestServerOptions {
  /** What the roads to it are like; clear unless told. */
  readonly roads?: RoadConditions
  /** Whether it gives numbers to whoever asks; unless told, it does. */
  readonly isOpen?: boolean
}

/** What a commit to the store takes at most, in milliseconds. */
const storeMs = 10

/** A real server with its usual limits, on virtual roads, with a virtual disk that outlives it. */
export class TestServer {
  /** Under which it is reached. */
  readonly name: string
  readonly #clock: VirtualClock
  readonly #network: VirtualNetwork
  readonly #store: VirtualStore
  readonly #server: VirtualServer
  readonly #alarm: Alarm
  readonly #ears = new Map<Socket, (datagram: Uint8Array) => void>()
  /** Sockets that were closed: a client that comes back again and again needs no more than a few. */
  readonly #unused: Socket[] = []
  readonly #bugs: unknown[] = []

  constructor(name: string, clock: VirtualClock, dice: Dice, { roads = clearRoads, isOpen = true }: TestServerOptions) {
    this.name = name
    this.#clock = clock
    this.#network = new VirtualNetwork(dice.split('network'), roads)
    this.#store = new VirtualStore(dice.split('store'), storeMs, () => {})
    this.#alarm = new Alarm(clock, this.#network, () => this.#arrive())
    this.#server = new VirtualServer(
      clock,
      this.#store,
      {
        limits: limitsOn,
        registration: isOpen ? 'open' : 'closed',
        direct: 'on',
        isNear: () => true,
        enforcesAuthorization: false,
        firstSequence: 'spec',
        welcome: undefined,
        random: dice.split('server').next,
      },
      {
        transmitted: (to, bytes) => this.#send({ kind: 'toClient', to, bytes }),
        noted: (note) => {
          if (note.what === 'bug') this.#bugs.push(note.error)
        },
        wentDown: () => {},
        cameUp: () => {},
      },
    )
  }

  /** What the roads are like; may be changed at any time. */
  get roads(): RoadConditions {
    return this.#network.conditions
  }

  set roads(conditions: RoadConditions) {
    this.#network.conditions = conditions
  }

  /** @internal Mistakes that the server found in itself since they were last taken. There should be none. */
  takeBugs(): unknown[] {
    return this.#bugs.splice(0)
  }

  /** How often each of its limits has been reached, and much else. */
  get counters(): Readonly<Record<string, number>> {
    return { ...this.#server.node?.counters }
  }

  /** Whether there is an account of this number. */
  has(uin: number): boolean {
    return this.#store.recordOf(uinOf(uin)) !== undefined
  }

  /** Opens an account. */
  addUser(uin: number, password: string): void {
    this.#store.addAccount(uinOf(uin), hashOf(codePage().encode(password)))
  }

  /** The server says something to everybody who is on line. */
  announce(text: string): void {
    this.#server.announce('everybodyHere', codePage().encode(text))
  }

  /** The operator throws somebody out. */
  kick(uin: number): void {
    this.#server.kick(uinOf(uin))
  }

  /** Pulls the plug: what was not on the disk is lost. */
  crash(): void {
    this.#server.crash()
  }

  /** Stops it in order. Takes a moment of virtual time. */
  stop(): void {
    this.#server.stop()
  }

  /** Starts it again. */
  start(): void {
    this.#server.start()
  }

  /** @internal A road for a client with this address. */
  openRoad(ip: Ip4, hear: (datagram: Uint8Array) => void): Road {
    const socket = this.#socketOf(ip)
    this.#ears.set(socket, hear)
    return {
      send: (bytes) => {
        if (this.#ears.has(socket)) this.#send({ kind: 'toServer', socket, from: socket.address, bytes })
      },
      close: () => {
        if (this.#ears.delete(socket)) this.#unused.push(socket)
      },
    }
  }

  #socketOf(ip: Ip4): Socket {
    const at = this.#unused.findIndex((socket) => socket.ip === ip)
    const [socket] = at < 0 ? [] : this.#unused.splice(at, 1)
    if (!socket) return this.#network.open(ip)
    // Nobody is to hear what was meant for the road before.
    this.#network.remap(socket)
    return socket
  }

  #send(
    datagram:
      | { readonly kind: 'toClient'; readonly to: Address; readonly bytes: Uint8Array }
      | { readonly kind: 'toServer'; readonly socket: Socket; readonly from: Address; readonly bytes: Uint8Array },
  ): void {
    this.#network.handle(datagram, this.#clock.now)
    this.#alarm.set()
  }

  #arrive(): void {
    for (const arrival of this.#network.handle({ kind: 'wake' }, this.#clock.now)) {
      if (arrival.kind === 'atServer') this.#server.receive(arrival.from, arrival.bytes)
      else this.#ears.get(arrival.socket)?.(arrival.bytes)
    }
  }
}
