// A town: one server, everyone who lives there, the roads between them, and the witnesses. One seed, one course of events.
import { type Address, type Text, type Uin, uin } from '@seekyou/language'
import { type Limits, limitsOn } from '@seekyou/server'
import { Alarm } from './alarm.ts'
import { Dice } from './dice.ts'
import { Door } from './door.ts'
import { Citizen } from './folk/citizen.ts'
import type { Person, World } from './folk/world.ts'
import { TraceHash } from './trace-hash.ts'
import { VirtualClock } from './virtual-clock.ts'
import { type Arrival, type RoadConditions, type Socket, VirtualNetwork } from './virtual-network.ts'
import { type MakeNode, VirtualServer } from './virtual-server.ts'
import { hashOf, VirtualStore } from './virtual-store.ts'
import { clearRoads } from './weather.ts'
import { Bounds } from './witnesses/bounds.ts'
import { Convergence } from './witnesses/convergence.ts'
import { Ledger } from './witnesses/ledger.ts'
import { Manners } from './witnesses/manners.ts'
import { numberedText } from './witnesses/message-text.ts'
import { Order } from './witnesses/order.ts'
import { Repeats } from './witnesses/repeats.ts'
import { Safety } from './witnesses/safety.ts'
import { Secrecy } from './witnesses/secrecy.ts'
import type { Witness } from './witnesses/witness.ts'

export interface TownOptions {
  readonly seed: number
  readonly roads?: RoadConditions
  /** What one commit takes at most, in milliseconds. */
  readonly storeMs?: number
  readonly limits?: Limits
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

const firstUin = 1_001
const firstIp = 0x0a00_0001

export class Town {
  readonly clock = new VirtualClock()
  readonly dice: Dice
  readonly network: VirtualNetwork
  readonly store: VirtualStore
  readonly server: VirtualServer
  readonly door: Door
  readonly people = new Map<Uin, Person>()
  readonly ledger: Ledger
  readonly convergence: Convergence
  readonly repeats: Repeats
  readonly trace = new TraceHash()
  readonly complaints: Complaint[] = []
  readonly #witnesses: readonly Witness[]
  readonly #world: World
  readonly #listeners = new Map<Socket, { arrive(bytes: Uint8Array): void }>()
  readonly #networkAlarm: Alarm
  #nextMessage = 1
  #nextHost = 0

  constructor({ seed, roads = clearRoads, storeMs = 10, limits = limitsOn, makeNode, witnesses = [] }: TownOptions) {
    this.dice = new Dice(seed)
    this.network = new VirtualNetwork(this.dice.split('network'), roads)
    this.store = new VirtualStore(this.dice.split('store'), storeMs, ({ text }, because) =>
      this.ledger.refused(text, because),
    )
    const complain = (witness: string, at: number, sentence: string): void => {
      this.complaints.push({ witness, at, sentence })
    }
    const visitOf = (uin: Uin) => this.door.visitOf(uin)
    const isCitizen = (uin: Uin) => this.people.get(uin)?.isCitizen === true
    this.ledger = new Ledger(
      (uin) => this.door.lastVisitOf(uin),
      () => this.store.messages(),
      isCitizen,
    )
    this.convergence = new Convergence(this.people, visitOf, complain)
    this.repeats = new Repeats(this.ledger, complain)
    const town = this
    this.#witnesses = [
      this.ledger,
      new Safety(this.ledger, complain),
      this.repeats,
      new Order(this.ledger, complain),
      new Secrecy(this.ledger, complain),
      this.convergence,
      new Manners(complain),
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
          storedMax: limits.storedMax,
        },
        complain,
      ),
      ...witnesses,
    ]
    this.door = new Door(this.#witnesses)
    this.server = new VirtualServer(
      this.clock,
      this.store,
      limits,
      {
        transmitted: (to, datagram) => this.#sendToClient(to, datagram),
        noted: (note) => {
          if (note.what === 'bug') complain('bounds', this.clock.now, `the server met a bug: ${describe(note.error)}`)
          this.door.noted(note, this.clock.now)
        },
        wentDown: () => {
          this.trace.add('!', this.clock.now, 0)
          this.door.wentDown(this.clock.now)
          for (const witness of this.#witnesses) witness.wentDown?.(this.clock.now)
        },
      },
      makeNode,
    )
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
    { checksum = true } = {},
  ): Somebody {
    const host = this.#nextHost++
    const number = uin(firstUin + host)
    const password = Uint8Array.from(`p${host}`, (char) => char.charCodeAt(0))
    this.store.addAccount(number, hashOf(password))
    const socket = this.network.open(firstIp + host, { checksum })
    const somebody = arrange(this.#world, number, password, socket, this.dice.split(`person ${host}`))
    this.people.set(number, somebody)
    this.#listeners.set(socket, somebody)
    return somebody
  }

  /** A citizen without habits, for stories. */
  citizen(): Citizen {
    return this.moveIn((...all) => new Citizen(...all))
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

  #newWorld(): World {
    const { clock, network } = this
    const all = this.#witnesses
    const tell =
      <Name extends keyof World['street']>(name: Name, letter: string) =>
      (...said: Parameters<World['street'][Name]>): void => {
        this.trace.add(
          letter,
          clock.now,
          Number(said[0]),
          name === 'shown' ? (said[1] as { text: Text }).text : undefined,
        )
        for (const witness of all) (witness[name] as ((...said: unknown[]) => void) | undefined)?.apply(witness, said)
      }
    return {
      clock,
      network,
      street: {
        wrote: tell('wrote', 'w'),
        accepted: tell('accepted', 'a'),
        shown: tell('shown', 's'),
        changed: tell('changed', 'c'),
        learned: tell('learned', 'l'),
        arrived: tell('arrived', 'o'),
      },
      send: (socket, bytes, from = socket.address) => {
        this.network.handle({ kind: 'toServer', socket, from, bytes }, clock.now)
        this.#networkAlarm.set()
      },
      write: (from, to, dice) => {
        const id = this.#nextMessage++
        this.#world.street.wrote(from, to, id, clock.now)
        return { id, text: numberedText(id, dice) }
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
