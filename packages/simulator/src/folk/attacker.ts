import type { Address, Uin } from '@seekyou/language'
import { clientFraming, clientPackets, type Schema } from '@seekyou/wire'
import type { Dice } from '../dice.ts'
import type { Socket } from '../virtual-network.ts'
import { type Person, repeatedly, type World } from './world.ts'

/** Somebody to attack. */
export interface Victim {
  readonly uin: Uin
  readonly socket: Socket
}

const everyMs = 8_000
const burstMost = 20
const floodMost = 100
const schemas: readonly Schema[] = Object.values(clientPackets) as unknown as Schema[]

/**
 * Owns an account, and sends whatever may do harm: noise, damaged packets, other people's UINs, other people's addresses, wrong
 * passwords, floods. They never use somebody's address together with that person's UIN, except to sign on: version 2 has
 * nothing that could tell such packets from true ones.
 */
export class Attacker implements Person {
  readonly habit = 'malicious'
  readonly isCitizen = false
  readonly isOnline = false
  readonly contacts: ReadonlySet<Uin> = new Set()
  readonly uin: Uin
  readonly socket: Socket
  readonly #world: World
  readonly #password: Uint8Array
  readonly #dice: Dice
  readonly #victims: readonly Victim[]
  readonly #tricks: readonly (() => void)[]
  #isQuiet = false

  constructor(world: World, uin: Uin, password: Uint8Array, socket: Socket, dice: Dice, victims: readonly Victim[]) {
    this.#world = world
    this.uin = uin
    this.#password = password
    this.socket = socket
    this.#dice = dice
    this.#victims = victims
    this.#tricks = [
      () => this.#send(dice.bytes(dice.below(600))),
      () => this.#send(this.#packet(this.#anyUin())),
      () => this.#send(this.#damaged(this.#packet(this.#anyUin()))),
      () => this.#send(this.#packet(this.uin)),
      () => this.#send(this.#damaged(this.#packet(this.uin))),
      () => this.#forgeSource(),
      () => this.#signOnAs(dice.pick(victims), dice.bytes(5)),
      () => this.#signOnAs(this, this.#password),
      () => this.#flood(),
    ]
  }

  appearsTo(): undefined {
    return undefined
  }

  sees(): undefined {
    return undefined
  }

  live(): void {
    this.#signOnAs(this, this.#password)
    repeatedly(this.#world.clock, this.#dice.split('attack'), everyMs, () => {
      if (this.#isQuiet) return false
      const trick = this.#dice.pick(this.#tricks)
      for (let count = 1 + this.#dice.below(burstMost); count > 0; count--) trick()
      return true
    })
  }

  settle(): void {
    this.#isQuiet = true
  }

  arrive(bytes: Uint8Array): void {
    // Acknowledges now and then, sometimes what was never sent.
    const sequence = this.#dice.chance(0.8) ? bytes[4]! | (bytes[5]! << 8) : this.#dice.below(50)
    if (this.#dice.chance(0.5)) this.#send(clientFraming.ack(sequence, this.uin))
  }

  #packet(uin: number): Uint8Array {
    const schema = this.#dice.pick(schemas)
    return clientFraming.seal(schema, schema.sample(this.#dice.next), this.#unlikely(), uin)
  }

  #damaged(bytes: Uint8Array): Uint8Array {
    for (let times = this.#dice.below(6); times >= 0; times--)
      bytes[this.#dice.below(bytes.length)] = this.#dice.below(256)
    return this.#dice.chance(0.3) ? bytes.subarray(0, this.#dice.below(bytes.length + 1)) : bytes
  }

  #anyUin(): number {
    return this.#dice.chance(0.7) ? this.#dice.pick(this.#victims).uin : this.#dice.below(0x1_0000_0000)
  }

  #forgeSource(): void {
    const victim = this.#dice.pick(this.#victims)
    const { address } = victim.socket
    switch (this.#dice.below(3)) {
      case 0:
        this.#signOnAs(victim, this.#dice.bytes(4), address)
        break
      case 1:
        this.#signOnAs(this, this.#password, address)
        break
      default: {
        const uin = this.#anyUin()
        if (uin !== victim.uin) this.#send(this.#packet(uin), address)
      }
    }
  }

  #signOnAs({ uin }: Pick<Victim, 'uin'>, password: Uint8Array, from?: Address): void {
    const value = { ...clientPackets.login.sample(this.#dice.next), password }
    this.#send(clientFraming.seal(clientPackets.login, value, this.#unlikely(), uin), from)
  }

  /** A number that no honest client uses in this town: the server's ACK goes to the forged address, and would be believed. */
  #unlikely(): number {
    return 0x8000 + this.#dice.below(0x8000)
  }

  #flood(): void {
    if (!this.#dice.chance(0.1)) return
    const { uin: to } = this.#dice.pick(this.#victims)
    const first = this.#dice.below(0x1_0000)
    for (let count = this.#dice.below(floodMost); count > 0; count--) {
      const value = { to, kind: 1, text: this.#dice.bytes(20) }
      this.#send(clientFraming.seal(clientPackets.sendMessage, value, (first + count) & 0xffff, this.uin))
    }
  }

  #send(bytes: Uint8Array, from?: Address): void {
    this.#world.send(this.socket, bytes, from)
  }
}
