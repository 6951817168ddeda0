import type { Address, Uin } from '@seekyou/language'
import { clientFraming, clientPackets, type Schema } from '@seekyou/wire'
import type { Dice } from '../dice.ts'
import type { Socket } from '../virtual-network.ts'
import { type Trick, townTricks } from './tricks.ts'
import { type Person, repeatedly, type World } from './world.ts'

/** Somebody to attack. */
export interface Victim {
  readonly uin: Uin
  readonly socket: Socket
}

const everyMs = 8_000
const burstMost = 20
const floodMost = 100

/**
 * Owns an account, knows everybody's number and address, and does whatever may do harm: `tricks` are what they know. In a town
 * they never use somebody's address together with that person's number, except to sign on: version 2 has nothing that could
 * tell such packets from true ones.
 */
export class Attacker implements Person {
  readonly habit = 'malicious'
  readonly isCitizen = false
  readonly isOnline = false
  isEvicted = false
  readonly contacts: ReadonlySet<Uin> = new Set()
  readonly uin: Uin
  readonly password: Uint8Array
  readonly socket: Socket
  readonly dice: Dice
  readonly #world: World
  readonly #victims: readonly Victim[]
  #isQuiet = false
  #ownSequence = 0

  constructor(world: World, uin: Uin, password: Uint8Array, socket: Socket, dice: Dice, victims: readonly Victim[]) {
    this.#world = world
    this.uin = uin
    this.password = password
    this.socket = socket
    this.dice = dice
    this.#victims = victims
  }

  appearsTo(): undefined {
    return undefined
  }

  sees(): undefined {
    return undefined
  }

  live(): void {
    this.signOnAs(this.uin, this.password)
    repeatedly(this.#world.clock, this.dice.split('attack'), everyMs, () => {
      if (this.#isQuiet) return false
      const most = this.dice.chance(0.05) ? floodMost : burstMost
      this.perform(this.dice.pick(townTricks), 1 + this.dice.below(most))
      return true
    })
  }

  settle(): void {
    this.#isQuiet = true
  }

  /** Does something so many times, all at once. */
  perform(trick: Trick, times = 1): void {
    for (let count = times; count > 0; count--) trick(this, this.dice.pick(this.#victims))
  }

  /** Acknowledges now and then, sometimes what was never sent. */
  arrive(bytes: Uint8Array): void {
    const sequence = this.dice.chance(0.8) ? bytes[4]! | (bytes[5]! << 8) : this.dice.below(50)
    if (this.dice.chance(0.5)) this.acknowledge(sequence)
  }

  acknowledge(sequence: number, from?: Address): void {
    this.send(clientFraming.ack(sequence, this.uin), from)
  }

  /** A command with any content. */
  packet(schema: Schema, uin: number): Uint8Array {
    return clientFraming.seal(schema, schema.sample(this.dice.next), this.unlikely(), uin)
  }

  damaged(bytes: Uint8Array): Uint8Array {
    for (let times = this.dice.below(6); times >= 0; times--)
      bytes[this.dice.below(bytes.length)] = this.dice.below(256)
    return this.dice.chance(0.3) ? bytes.subarray(0, this.dice.below(bytes.length + 1)) : bytes
  }

  anyUin(): number {
    return this.dice.chance(0.7) ? this.dice.pick(this.#victims).uin : this.dice.below(0x1_0000_0000)
  }

  signOnAs(uin: number, password: Uint8Array, from?: Address): void {
    const value = { ...clientPackets.login.sample(this.dice.next), password }
    this.send(clientFraming.seal(clientPackets.login, value, this.unlikely(), uin), from)
  }

  /** A number that no honest client uses in this town: the server's ACK goes to the forged address, and would be believed. */
  unlikely(): number {
    return 0x8000 + this.dice.below(0x8000)
  }

  /** A command of their own, as a client numbers it. */
  sendOwn<Value extends object>(schema: Schema<Value>, value: Value, from?: Address): void {
    this.#ownSequence = (this.#ownSequence + 1) & 0x7fff
    this.send(clientFraming.seal(schema, value, this.#ownSequence, this.uin), from)
  }

  /** Puts bytes on the road; from home unless told. */
  send(bytes: Uint8Array, from?: Address): void {
    this.#world.send(this.socket, bytes, from)
  }
}
