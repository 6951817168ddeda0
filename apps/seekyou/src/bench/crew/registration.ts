import { clientFraming, clientPackets, serverPackets } from '@seekyou/wire'
import type { Crowd } from './crowd.ts'
import { Questions } from './questions.ts'
import type { User } from './user.ts'

/** Where 0046 says the number. */
const uinAt = 8

/** Getting numbers from the server: 03FC until 0046. */
export class Registration {
  readonly #crowd: Crowd
  readonly #questions: Questions
  readonly #password: Uint8Array
  onDone: (user: User) => void = () => {}

  constructor(crowd: Crowd, password: string) {
    this.#crowd = crowd
    this.#questions = new Questions(crowd)
    this.#password = Buffer.from(password, 'latin1')
    crowd.hear(serverPackets.newUserUin, (user, datagram) => this.#given(user, datagram))
    // Nobody is on line yet, so this can only be the answer to a registration.
    crowd.hear(serverPackets.tryAgain, (user) => this.#refused(user))
  }

  register(user: User, now: number): void {
    this.#crowd.counts.expected += 1
    const packet = { regSeq: 1, password: this.#password, build: 0x78, zero: 0 }
    this.#questions.ask(user, clientFraming.seal(clientPackets.newUserReg, packet, 0, 0), now, now)
  }

  close(): void {
    this.#questions.close()
  }

  #given(user: User, datagram: Buffer): void {
    if (this.#questions.of(user) === undefined || datagram.length < uinAt + 4) return
    this.#questions.end(user)
    user.uin = datagram.readUInt32LE(uinAt)
    this.#crowd.counts.met += 1
    this.onDone(user)
  }

  #refused(user: User): void {
    this.#crowd.counts.refused += 1
    this.#questions.end(user)
    this.onDone(user)
  }
}
