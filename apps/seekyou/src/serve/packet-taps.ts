import type { Address, Uin } from '@seekyou/language'

/** A datagram of one user as it passes the server. */
export interface PassingPacket {
  /** Milliseconds since 1970, UTC. */
  readonly at: number
  /** `in`: from the user's client. */
  readonly direction: 'in' | 'out'
  readonly bytes: Uint8Array
}

type Hear = (packet: PassingPacket) => void

/** Operators who watch the datagrams of single users. */
export class PacketTaps {
  readonly #uinAt: (address: Address) => Uin | undefined
  readonly #hearers = new Map<number, Set<Hear>>()
  /** Where watched users were last: what leaves at the end of a visit leaves after it. */
  readonly #places = new Map<Address, number>()

  constructor(uinAt: (address: Address) => Uin | undefined) {
    this.#uinAt = uinAt
  }

  /** False: nothing needs to be told. */
  get isWatched(): boolean {
    return this.#hearers.size > 0
  }

  /** Tells of every datagram of this user from now on. Returns what stops it. */
  watch(uin: number, hear: Hear): () => void {
    const hearers = this.#hearers.get(uin) ?? new Set()
    this.#hearers.set(uin, hearers.add(hear))
    return () => {
      hearers.delete(hear)
      if (hearers.size > 0 || this.#hearers.get(uin) !== hearers) return
      this.#hearers.delete(uin)
      for (const [address, one] of this.#places) if (one === uin) this.#places.delete(address)
    }
  }

  passes(direction: PassingPacket['direction'], address: Address, bytes: Uint8Array): void {
    const present = this.#uinAt(address)
    const uin = present ?? this.#places.get(address)
    const hearers = uin === undefined ? undefined : this.#hearers.get(uin)
    if (uin === undefined || !hearers) return
    if (present !== undefined) this.#remember(address, uin)
    const packet = { at: Date.now(), direction, bytes: bytes.slice() }
    for (const hear of hearers) hear(packet)
  }

  #remember(address: Address, uin: number): void {
    if (this.#places.get(address) === uin) return
    for (const [former, one] of this.#places) if (one === uin) this.#places.delete(former)
    this.#places.set(address, uin)
  }
}
