import type { User } from './user.ts'

/** All at once would be one burst that no socket's buffer holds: at most so many begin in two milliseconds. */
const burst = 50
const betweenBurstsMs = 2

/** Lets each user do something once, so many at a time. */
export class Turns {
  readonly #users: readonly User[]
  readonly #abreast: number
  readonly #begin: (user: User) => void
  readonly #underWay = new Set<User>()
  readonly #timer: NodeJS.Timeout
  #next = 0
  #credit = burst
  #end: () => void = () => {}
  /** Resolves when everybody had a turn, or after `stop`. */
  readonly over: Promise<void>

  constructor(users: readonly User[], abreast: number, begin: (user: User) => void) {
    this.#users = users
    this.#abreast = abreast
    this.#begin = begin
    this.over = new Promise((resolve) => {
      this.#end = resolve
    })
    this.#timer = setInterval(() => {
      this.#credit = burst
      this.#goOn()
    }, betweenBurstsMs)
  }

  /** This user's turn is over. */
  done(user: User): void {
    if (this.#underWay.delete(user)) this.#goOn()
  }

  stop(): void {
    this.#next = this.#users.length
    clearInterval(this.#timer)
    this.#end()
  }

  #goOn(): void {
    while (this.#credit > 0 && this.#next < this.#users.length && this.#underWay.size < this.#abreast) {
      const user = this.#users[this.#next]!
      this.#next += 1
      this.#credit -= 1
      this.#underWay.add(user)
      this.#begin(user)
    }
    if (this.#next === this.#users.length && this.#underWay.size === 0) this.stop()
  }
}
