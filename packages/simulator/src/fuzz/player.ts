import type { Address, Uin } from '@seekyou/language'
import { clientFraming, clientPackets, isFault, serverFraming, serverPackets } from '@seekyou/wire'
import type { Dice } from '../dice.ts'
import { password, players } from './cast.ts'

/** Somebody whose client behaves, apart from what is sent in its name: it acknowledges what it hears, nearly always. */
export class Player {
  readonly uin: Uin
  readonly address: Address
  /** How often each number was acknowledged since the count began. */
  readonly acks = new Map<number, number>()
  readonly #dice: Dice
  #nextSequence = 0

  constructor(uin: Uin, address: Address, dice: Dice) {
    this.uin = uin
    this.address = address
    this.#dice = dice
  }

  beginCount(): void {
    this.acks.clear()
  }

  /** Hears a datagram; returns what the client answers. */
  hear(datagram: Uint8Array): readonly Uint8Array[] {
    const frame = serverFraming.open(datagram)
    if (isFault(frame)) return []
    if (frame.code !== serverPackets.ack.code) {
      return this.#dice.chance(0.03) ? [] : [clientFraming.ack(frame.sequence, this.uin)]
    }
    this.acks.set(frame.sequence, (this.acks.get(frame.sequence) ?? 0) + 1)
    return []
  }

  login(): Uint8Array {
    const { login } = clientPackets
    const sequence = this.#takeSequence()
    // Differs each time, so that no sign-on is taken for a repetition of an earlier one.
    const sample = { ...login.sample(this.#dice.next), password, loginSeq: sequence, status: 0 }
    return clientFraming.seal(login, sample, sequence, this.uin)
  }

  contactList(): Uint8Array {
    return clientFraming.seal(clientPackets.contactList, { uins: players }, this.#takeSequence(), this.uin)
  }

  /** The bytes as this client would number and sign them; now and then with the number and the name that they have. */
  disguise(bytes: Uint8Array): Uint8Array {
    const disguised = bytes.slice()
    if (this.#dice.chance(0.9)) this.#write(disguised, 4, this.#takeSequence(), 2)
    const frame = clientFraming.open(disguised)
    const isLong = !isFault(frame) && frame.start === longHeader
    if (isLong && this.#dice.chance(0.97)) this.#write(disguised, 6, this.uin, 4)
    return disguised
  }

  #takeSequence(): number {
    this.#nextSequence = (this.#nextSequence + 1) & 0xffff
    return this.#nextSequence
  }

  #write(bytes: Uint8Array, at: number, value: number, size: number): void {
    for (let index = 0; index < size && at + index < bytes.length; index++) bytes[at + index] = value >>> (8 * index)
  }
}

const longHeader = 10
