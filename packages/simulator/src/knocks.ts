import type { Address, Intent, Millis, Uin } from '@seekyou/language'
import type { Frame } from '@seekyou/wire'

/** A sign-on that has come and was not answered yet. */
export interface Knock {
  readonly intent: Intent<'signOn'>
  readonly request: number
  readonly sequence: number
  readonly knockedAt: Millis
  /** What else came from there since: the first of it may wait for the answer. */
  readonly frames: Frame[]
}

const knocksMax = 128
const framesMax = 256

/** Everybody who knocks at the server's door, by address, the first one first. */
export class Knocks {
  readonly #byAddress = new Map<Address, Knock[]>()

  /** All sign-ons from an address; with a number, only those with that number. */
  at(address: Address, uin?: Uin): Knock[] {
    const all = this.#byAddress.get(address) ?? []
    return uin === undefined ? all : all.filter(({ intent }) => intent.uin === uin)
  }

  /** A sign-on comes, perhaps again. */
  add(address: Address, intent: Intent<'signOn'>, request: number, sequence: number, now: Millis): void {
    const knocks = this.#byAddress.get(address) ?? []
    this.#byAddress.set(address, knocks)
    if (knocks.some((knock) => knock.request === request && knock.sequence === sequence)) return
    knocks.push({ intent, request, sequence, knockedAt: now, frames: [] })
    if (knocks.length > knocksMax) knocks.shift()
  }

  /** Something else comes from there. */
  follow(address: Address, frame: Frame): void {
    for (const { intent, frames } of this.#byAddress.get(address) ?? []) {
      if (intent.uin !== frame.uin) continue
      if (frames.length < framesMax) frames.push(frame)
    }
  }

  /** A sign-on has been answered. */
  remove(address: Address, knock: Knock): void {
    this.#byAddress.set(
      address,
      this.at(address).filter((one) => one !== knock),
    )
  }

  clear(): void {
    this.#byAddress.clear()
  }
}
