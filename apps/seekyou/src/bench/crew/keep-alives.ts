import { clientFraming, clientPackets } from '@seekyou/wire'
import type { Crowd } from './crowd.ts'
import type { Concern, User } from './user.ts'
import { Timing } from './window.ts'

/** Users who only say that they are still there: 042E and its ACK. */
export class KeepAlives {
  readonly #crowd: Crowd
  readonly timing: Timing
  readonly #concern: Concern = {
    acknowledged: (_, dueAt, now) => {
      this.#crowd.counts.met += 1
      this.timing.note(dueAt, now)
    },
  }

  constructor(crowd: Crowd) {
    this.#crowd = crowd
    this.timing = new Timing(crowd.window)
  }

  say(user: User, dueAt: number, now: number): void {
    this.#crowd.counts.expected += 1
    const datagram = clientFraming.seal(clientPackets.keepAlive, {}, 0, user.uin)
    this.#crowd.send(user, datagram, this.#concern, dueAt, now)
  }
}
