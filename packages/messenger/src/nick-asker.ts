import type { Millis, Uin } from '@seekyou/language'
import type { Profile, User, World } from '@seekyou/sdk'

export interface NickHost {
  readonly world: World
  /** What somebody says about themselves; undefined: nobody has this number. */
  heard(uin: Uin, profile: Profile | undefined): void
}

/** So many at once, and then one in so many milliseconds: half of what a server allows (docs/limits.md). */
const burst = 10
const everyMs: Millis = 4_000

/** Asks, slowly, what people call themselves. */
export class NickAsker {
  readonly #host: NickHost
  readonly #wanted = new Set<Uin>()
  #user: User | undefined
  #allowed = burst
  #countedAt: Millis = 0
  #isDue = false

  constructor(host: NickHost) {
    this.#host = host
  }

  /** Whom to ask; undefined: nobody is on line. */
  setUser(user: User | undefined): void {
    this.#user = user
    this.#pump()
  }

  /** Asks for somebody soon; `first`: before the others. */
  ask(uin: Uin, first = false): void {
    if (first) {
      const others = [...this.#wanted]
      this.#wanted.clear()
      this.#wanted.add(uin)
      for (const other of others) this.#wanted.add(other)
    } else this.#wanted.add(uin)
    this.#pump()
  }

  #pump(): void {
    const { world } = this.#host
    const now = world.now()
    const earned = Math.floor((now - this.#countedAt) / everyMs)
    this.#allowed = Math.min(burst, this.#allowed + earned)
    this.#countedAt = this.#allowed === burst ? now : this.#countedAt + earned * everyMs
    for (const uin of this.#wanted) {
      if (!this.#user) return
      if (this.#allowed === 0) {
        this.#wait()
        return
      }
      this.#allowed -= 1
      this.#wanted.delete(uin)
      this.#inquire(uin, this.#user)
    }
  }

  #inquire(uin: Uin, user: User): void {
    user.info(uin).then(
      (profile) => this.#host.heard(uin, profile),
      // The line is gone: asked again when it is back.
      () => this.#wanted.add(uin),
    )
  }

  #wait(): void {
    if (this.#isDue) return
    this.#isDue = true
    const { world } = this.#host
    world.at(this.#countedAt + everyMs, () => {
      this.#isDue = false
      this.#pump()
    })
  }
}
