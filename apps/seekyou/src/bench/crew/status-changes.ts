import { clientFraming, clientPackets, serverPackets } from '@seekyou/wire'
import type { Crowd } from './crowd.ts'
import type { Concern, User } from './user.ts'
import { Timing } from './window.ts'

/** On line, away, not available, occupied, do not disturb, free for chat. */
const statuses = [0x00, 0x01, 0x05, 0x11, 0x13, 0x20]
/** Where 01A4 says who and how. */
const uinAt = 6
const statusAt = 10

/** Changes of status: 04D8 until all who have announced the user have heard 01A4. */
export class StatusChanges {
  readonly #crowd: Crowd
  readonly #byUin = new Map<number, User>()
  readonly #concern: Concern = { acknowledged() {} }
  /** From when a change was due until one watcher heard of it. */
  readonly heard: Timing
  /** From when a change was due until the last of its watchers heard of it. */
  readonly heardByAll: Timing

  constructor(crowd: Crowd) {
    this.#crowd = crowd
    this.heard = new Timing(crowd.window)
    this.heardByAll = new Timing(crowd.window)
    crowd.hear(serverPackets.statusUpdate, (_, datagram, now) => this.#told(datagram, now))
    crowd.hear(serverPackets.userOffline, () => {})
  }

  /** Numbers may have been given since the users were made. */
  learnNumbers(users: readonly User[]): void {
    for (const user of users) this.#byUin.set(user.uin, user)
  }

  /** The next change before everybody has heard of the last may be merged with it by the server. */
  change(user: User, dueAt: number, now: number): void {
    const status = statuses[(statuses.indexOf(user.status) + 1) % statuses.length]!
    user.status = status
    user.statusDueAt = dueAt
    user.unheard = user.watchers
    this.#crowd.counts.expected += user.watchers
    this.#crowd.send(
      user,
      clientFraming.seal(clientPackets.statusChange, { status }, 0, user.uin),
      this.#concern,
      dueAt,
      now,
    )
  }

  #told(datagram: Buffer, now: number): void {
    if (datagram.length < statusAt + 4) return
    const user = this.#byUin.get(datagram.readUInt32LE(uinAt))
    if (user === undefined || user.unheard === 0 || datagram.readUInt32LE(statusAt) !== user.status) return
    user.unheard -= 1
    this.#crowd.counts.met += 1
    this.heard.note(user.statusDueAt, now)
    if (user.unheard === 0) this.heardByAll.note(user.statusDueAt, now)
  }
}
