import type { Address } from '@seekyou/language'
import { serverByCode } from '@seekyou/wire'

/** The names when nothing went out. */
export const nothing = ' nothing'

/** Everything that went out, by address, as the names of the packets, each once, in the order of the first ones. */
export class Heard {
  readonly #names = new Map<Address, string[]>()

  clear(): void {
    this.#names.clear()
  }

  add(to: Address, datagram: Uint8Array): void {
    const name = serverByCode(datagram[2]! | (datagram[3]! << 8))?.name ?? 'unknown'
    const names = this.#names.get(to)
    if (!names) this.#names.set(to, [name])
    else if (!names.includes(name)) names.push(name)
  }

  /** All names, a space before each. */
  at(address: Address): string {
    const names = this.#names.get(address)
    return names ? ` ${names.join(' ')}` : nothing
  }
}
