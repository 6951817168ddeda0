// A town: one server, everyone who lives there, the roads between them, and the witnesses. One seed, one course of events.
import { type Address, type Ip4, isWeb, type Text, type Uin, uin } from '@seekyou/language'
import { limitsOn } from '@seekyou/server'
import type { PlainAccount } from '@seekyou/service/testing'
import { Alarm } from './alarm.ts'
import { Audience } from './audience.ts'
import { Dice } from './dice.ts'
import { Door } from './door.ts'
import { Citizen } from './folk/citizen.ts'
import type { Person, World } from './folk/world.ts'
import { TraceHash } from './trace-hash.ts'
import { VirtualClock } from './virtual-clock.ts'
import { type Arrival, type RoadConditions, type Socket, VirtualNetwork } from './virtual-network.ts'
import { type MakeNode, type Regime, VirtualServer } from './virtual-server.ts'
import { hashOf, VirtualStore } from './virtual-store.ts'
import { VirtualWebSockets } from './virtual-web-sockets.ts'
import { VirtualWires } from './virtual-wires.ts'
import { clearRoads } from './weather.ts'
import { Addresses } from './witnesses/addresses.ts'
import { Amplification } from './witnesses/amplification.ts'
import { Authorization } from './witnesses/authorization.ts'
import { Backlog } from './witnesses/backlog.ts'
import { Bounds } from './witnesses/bounds.ts'
import { Changes } from './witnesses/changes.ts'
import { Continuity } from './witnesses/continuity.ts'
import { Convergence } from './witnesses/convergence.ts'
import { Directory } from './witnesses/directory.ts'
import { FaceToFace } from './witnesses/face-to-face.ts'
import { Keepsakes } from './witnesses/keepsakes.ts'
import { Ledger } from './witnesses/ledger.ts'
import { Manners } from './witnesses/manners.ts'
import { numberedText } from './witnesses/message-text.ts'
import { Order } from './witnesses/order.ts'
import { Pace } from './witnesses/pace.ts'
import { Register } from './witnesses/register.ts'
import { Repeats } from './witnesses/repeats.ts'
import { Safety } from './witnesses/safety.ts'
import { Secrecy } from './witnesses/secrecy.ts'
import type { Complain, Witness } from './witnesses/witness.ts'

/** How somebody moves in. */
export interface Household {
  /** Whether damaged datagrams are dropped on the way to them, and from them. */
  readonly checksum?: boolean
  /** What else is kept about them. */
  readonly account?: PlainAccount
  /** Behind the router of others; a house of their own unless told. */
  readonly at?: Ip4
  /** Over a WebSocket. */
  readonly inBrowser?: boolean
}

export interface TownOptions {
  readonly seed: number
  readonly roads?: RoadConditions
  /** What one commit takes at most, in milliseconds. */
  readonly storeMs?: number
  /** How the operator runs the server; otherwise open to everybody, by the promises' limits, without direct connections. */
  readonly regime?: Partial<Regime>
  /** Another node in the server's place. */
  readonly makeNode?: MakeNode
  /** More witnesses than the town has anyway. */
  readonly witnesses?: readonly Witness[]
}

/** A promise that was broken. */
export interface Complaint {
  readonly witness: string
  /** Virtual milliseconds since the town began. */
  readonly at: number
  readonly sentence: string
}

const usualRegime: Omit<Regime, 'random'> = {
  limits: limitsOn,
  registration: 'open',
  direct: 'off',
  isNear: () => true,
  enforcesAuthorization: false,
  firstSequence: 'spec',
  welcome: undefined,
}

/** The server writes what only repetitions need within two seconds. */
const notedMs = 2_000
const firstUin = 1_001
const firstIp = 0x0a00_0001

export class Town {
  readonly clock = new VirtualClock()
  readonly dice: Dice
  readonly regime: Regime
  readonly network: VirtualNetwork
  readonly wires: VirtualWires
  readonly webSockets: VirtualWebSockets
  readonly store: VirtualStore
  readonly server: VirtualServer
  readonly door: Door
  readonly people = new Map<Uin, Person>()
  readonly ledger: Ledger
  readonly convergence: Convergence
  readonly repeats: Repeats
  readonly faceToFace: FaceToFace
  readonly keepsakes: Keepsakes
  readonly register: Register
  readonly authorization: Authorization
  readonly directory: Directory
  readonly changes: Changes
  readonly continuity: Continuity
  readonly amplification = new Amplification((...said) => this.#complain(...said))
  readonly trace = new TraceHash()
  readonly complaints: Complaint[] = []
  readonly #witnesses: readonly Witness[]
  readonly #world: World
  readonly #listeners = new Map<Socket, Pick<Person, 'arrive' | 'reconnect'>>()
  readonly #networkAlarm: Alarm
  #nextMessage = 1
  #nextHost = 0

  constructor({ seed, roads = clearRoads, storeMs = 10, regime = {}, makeNode, witnesses = [] }: TownOptions) {
    this.dice = new Dice(seed)
    this.regime = { ...usualRegime, random: this.dice.split('server').next, ...regime }
    this.network = new VirtualNetwork(this.dice.split('network'), roads)
    this.wires = new VirtualWires(this.clock, this.dice.split('wires'))
    this.store = new VirtualStore(this.dice.split('store'), storeMs, ({ text }, because) =>
      this.ledger.refused(text, because),
    )
    const complain: Complain = (...said) => this.#complain(...said)
    const visitOf = (uin: Uin) => this.door.visitOf(uin)
    const isCitizen = (uin: Uin) => this.people.get(uin)?.isCitizen === true
    this.ledger = new Ledger(
      (uin) => this.door.lastVisitOf(uin),
      () => this.store.messages(),
      isCitizen,
    )
    this.register = new Register((uin) => this.store.recordOf(uin))
    this.store.onChanged = (uin, byOperator) => {
      for (const witness of this.#witnesses) witness.accountChanged?.(uin, byOperator, this.clock.now)
    }
    const backlog = new Backlog()
    this.convergence = new Convergence(this.people, visitOf, (...pair) => this.#isGuarded(...pair), complain)
    this.authorization = new Authorization(this.regime.enforcesAuthorization, this.register, backlog, complain)
    this.directory = new Directory(this.register, complain)
    this.changes = new Changes(this.register, complain)
    this.repeats = new Repeats(this.ledger, complain)
    this.faceToFace = new FaceToFace(complain)
    this.keepsakes = new Keepsakes(complain)
    const town = this
    this.continuity = new Continuity(
      {
        get pauseMs() {
          return town.server.pauseMs
        },
      },
      this.register,
      complain,
    )
    this.#witnesses = [
      this.ledger,
      this.register,
      backlog,
      new Safety(this.ledger, complain),
      this.repeats,
      new Order(this.ledger, complain),
      this.faceToFace,
      this.keepsakes,
      new Secrecy(this.ledger, backlog, complain),
      this.authorization,
      new Addresses(this.regime, this.register, backlog, complain),
      this.directory,
      this.changes,
      new Pace(this.regime.limits, complain),
      this.amplification,
      this.convergence,
      new Manners(this.regime.limits, complain),
      this.continuity,
      new Bounds(
        {
          get node() {
            return town.server.node
          },
          store: this.store,
          get bugs() {
            return town.server.bugs
          },
          get addresses() {
            return town.#listeners.size
          },
          get downs() {
            return town.server.past.crashes + town.server.past.stops
          },
          limits: this.regime.limits,
        },
        complain,
      ),
      ...witnesses,
    ]
    this.door = new Door(this.#witnesses)
    this.server = new VirtualServer(
      this.clock,
      this.store,
      this.regime,
      {
        transmitted: (to, datagram) => this.#sendToClient(to, datagram),
        noted: (note) => {
          if (note.what === 'bug') complain('bounds', this.clock.now, `the server met a bug: ${describe(note.error)}`)
          this.door.noted(note, this.clock.now)
        },
        wentDown: () => {
          this.trace.add('!', this.clock.now, 0)
          const { now } = this.clock
          this.door.wentDown(now, (toldAt, isNoted) => this.store.mustHave(toldAt, now, isNoted ? notedMs : undefined))
          for (const witness of this.#witnesses) witness.wentDown?.(now)
          this.webSockets.serverWentDown(this.#listeners.keys())
        },
        cameUp: ({ present, expectedBack }) => {
          const { now } = this.clock
          this.door.cameUp(present, (uin) => this.store.visitAt(uin), now)
          for (const witness of this.#witnesses) witness.cameUp?.(expectedBack, now)
        },
      },
      makeNode,
    )
    this.webSockets = new VirtualWebSockets(this.clock, this.network, this.dice.split('web sockets'), {
      server: this.server,
      reopened: (socket) => this.#listeners.get(socket)?.reconnect?.(),
    })
    this.#networkAlarm = new Alarm(this.clock, this.network, () => this.#arrive())
    this.#world = this.#newWorld()
  }

  get now(): number {
    return this.clock.now
  }

  get world(): World {
    return this.#world
  }

  /** Somebody moves in: an account is made for them, and `arrange` makes the person. */
  moveIn<Somebody extends Person>(
    arrange: (world: World, uin: Uin, password: Text, socket: Socket, dice: Dice) => Somebody,
    { checksum = true, account = {}, at, inBrowser = false }: Household = {},
  ): Somebody {
    const host = this.#nextHost++
    const number = uin(firstUin + host)
    const password = Uint8Array.from(`p${host}`, (char) => char.charCodeAt(0))
    this.store.addAccount(number, hashOf(password), account)
    const socket = this.network.open(at ?? firstIp + host, { checksum, inBrowser })
    const somebody = arrange(this.#world, number, password, socket, this.dice.split(`person ${host}`))
    this.people.set(number, somebody)
    this.#listeners.set(socket, somebody)
    return somebody
  }

  /** A citizen without habits, for stories. */
  citizen(household: Household = {}): Citizen {
    return this.moveIn((...all) => new Citizen(...all), household)
  }

  /** The operator removes somebody's account, for good. */
  evict(uin: Uin): void {
    const person = this.people.get(uin)
    if (person) person.isEvicted = true
    this.ledger.evicted(uin)
    this.server.removeAccount(uin)
  }

  /** Lets so many virtual milliseconds pass. */
  runFor(milliseconds: number): void {
    this.clock.runUntil(this.clock.now + milliseconds)
  }

  /** Asks all witnesses for what can be said only at the end. */
  judge(): readonly Complaint[] {
    for (const witness of this.#witnesses) witness.judge?.(this.clock.now)
    return this.complaints
  }

  #complain(witness: string, at: number, sentence: string): void {
    this.complaints.push({ witness, at, sentence })
  }

  #isGuarded(uin: Uin, watcher: Uin): boolean | 'doubtful' {
    if ([uin, watcher].some((one) => this.door.lastVisitOf(one)?.hasLost)) return 'doubtful'
    if (!this.regime.enforcesAuthorization || uin === watcher) return false
    if (!this.register.record(uin)?.account.info.needsAuthorization) return false
    if (this.store.mayWatch(watcher, uin)) return false
    return this.authorization.isGranted(uin, watcher) ? 'doubtful' : true
  }

  #newWorld(): World {
    const { clock, network, wires } = this
    const all = new Audience(this.#witnesses)
    const tell =
      <Name extends keyof World['street']>(name: Name, letter: string) =>
      (...said: Parameters<World['street'][Name]>): void => {
        this.trace.add(
          letter,
          clock.now,
          Number(said[0]),
          name === 'shown' ? (said[1] as { text: Text }).text : undefined,
        )
        for (const witness of all.of(name)) (witness[name] as (...said: unknown[]) => void)(...said)
      }
    /** What follows from what is in the trace already. */
    const tellOnly =
      <Name extends keyof World['street']>(name: Name) =>
      (...said: Parameters<World['street'][Name]>): void => {
        for (const witness of all.of(name)) (witness[name] as (...said: unknown[]) => void)(...said)
      }
    wires.onTrouble = (one, other) => this.#world.street.parted(one, other, clock.now)
    return {
      clock,
      network,
      wires,
      street: {
        wrote: tell('wrote', 'w'),
        accepted: tell('accepted', 'a'),
        shown: tell('shown', 's'),
        changed: tell('changed', 'c'),
        learned: tell('learned', 'l'),
        arrived: tell('arrived', 'o'),
        gaveUp: tellOnly('gaveUp'),
        parted: tellOnly('parted'),
        received: tellOnly('received'),
      },
      readdress: (socket) => {
        if (isWeb(socket.address)) this.webSockets.end(socket)
        else network.remap(socket)
      },
      send: (socket, bytes, from = socket.address) => {
        this.network.handle({ kind: 'toServer', socket, from, bytes }, clock.now)
        this.#networkAlarm.set()
      },
      write: (from, to, dice, letters) => {
        const id = this.#nextMessage++
        const text = numberedText(id, dice, letters)
        this.#world.street.wrote(from, to, id, clock.now, text)
        return { id, text }
      },
    }
  }

  #sendToClient(to: Address, datagram: Uint8Array): void {
    this.trace.add('>', this.clock.now, to, datagram)
    this.door.comesOut(to, datagram, this.clock.now)
    this.network.handle({ kind: 'toClient', to, bytes: datagram }, this.clock.now)
    this.#networkAlarm.set()
  }

  #arrive(): void {
    for (const arrival of this.network.handle({ kind: 'wake' }, this.clock.now)) this.#take(arrival)
  }

  #take(arrival: Arrival): void {
    const { bytes } = arrival
    const { now } = this.clock
    if (arrival.kind === 'atClient') {
      this.trace.add('<', now, arrival.socket.address, bytes)
      this.#listeners.get(arrival.socket)?.arrive(bytes)
      return
    }
    if (!this.server.isListening) return
    this.trace.add('=', now, arrival.from, bytes)
    this.door.goesIn(arrival.from, bytes, now)
    this.server.receive(arrival.from, bytes)
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
