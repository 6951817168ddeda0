// Coming and going: 03E8 until 005A, then 044C for what was stored; 0438 to go.
import { type ClientPacket, clientFraming, clientPackets, serverPackets } from '@seekyou/wire'
import type { Crowd } from './crowd.ts'
import { Questions } from './questions.ts'
import type { Concern, User } from './user.ts'
import { Timing } from './window.ts'

/** Signs users on and off. */
export class SignOn {
  readonly #crowd: Crowd
  readonly #questions: Questions
  readonly #password: Uint8Array
  /** From when a sign-on was due until its 005A. */
  readonly timing: Timing
  /** Called when a user is on line and has what was stored, or was refused for good. */
  onSettled: (user: User) => void = () => {}
  /** Called when a user has signed off. */
  onGone: (user: User, dueAt: number) => void = () => {}
  readonly #gone: Concern = { acknowledged: (user, dueAt) => this.onGone(user, dueAt) }
  readonly #fetching: Concern = { acknowledged() {} }
  /** Sign-ons that were refused for the password. */
  wrongPasswords = 0

  constructor(crowd: Crowd, password: string) {
    this.#crowd = crowd
    this.#questions = new Questions(crowd)
    this.#password = Buffer.from(password, 'latin1')
    this.timing = new Timing(crowd.window)
    crowd.hear(serverPackets.loginReply, (user, _, now, sequence) => this.#accepted(user, sequence, now))
    crowd.hear(serverPackets.badPassword, (user) => this.#refused(user))
    crowd.hear(serverPackets.tryAgain, (user) => this.#sentAway(user))
    crowd.hear(serverPackets.notConnected, (user) => this.#sentAway(user))
    crowd.hear(serverPackets.forcedOffline, (user) => this.#sentAway(user))
    crowd.hear(serverPackets.endOfStoredMessages, (user) => this.onSettled(user))
  }

  signOn(user: User, dueAt: number, now: number): void {
    this.#crowd.counts.expected += 1
    user.isOnLine = false
    user.pending.length = 0
    for (const contact of user.contacts) contact.watchers -= 1
    user.contacts = []
    this.#questions.ask(user, clientFraming.seal(clientPackets.login, this.#login(), 0, user.uin), dueAt, now)
  }

  signOff(user: User, dueAt: number, now: number): void {
    user.isOnLine = false
    for (const contact of user.contacts) contact.watchers -= 1
    user.contacts = []
    const packet = { text: Buffer.from('B_USER_DISCONNECTED'), code: 5 }
    this.#crowd.send(user, clientFraming.seal(clientPackets.sendTextCode, packet, 0, user.uin), this.#gone, dueAt, now)
  }

  /** Whoever has not been answered is not waited for any longer. */
  giveUp(): void {
    for (const user of this.#crowd.users) this.#questions.end(user)
  }

  close(): void {
    this.#questions.close()
  }

  #login(): ClientPacket.Login {
    return {
      tcpPort: 0,
      password: this.#password,
      clientBuild: 0x78,
      clientBuildHigh: 0,
      localIp: 0x7f00_0001,
      tcpFlag: 6,
      status: 0,
      tcpVersion: 3,
      loginSeq: 1,
      x4: 0,
      x5Low: 8,
      x5Build: 0x78,
    }
  }

  #accepted(user: User, sequence: number, now: number): void {
    const question = this.#questions.of(user)
    // Without the acknowledgement it may be a late copy of the last answer.
    if (!question?.isAcknowledged) {
      if (!user.seen.isNew(sequence)) this.#crowd.counts.duplicates += 1
      return
    }
    this.#questions.end(user)
    user.seen.forget()
    user.seen.isNew(sequence)
    user.isOnLine = true
    user.status = 0
    user.unheard = 0
    this.#crowd.counts.met += 1
    this.timing.note(question.dueAt, now)
    const request = clientFraming.seal(clientPackets.requestStoredMessages, {}, 0, user.uin)
    this.#crowd.send(user, request, this.#fetching, now, now)
  }

  #refused(user: User): void {
    this.#crowd.counts.refused += 1
    if (this.#questions.of(user) === undefined) return
    this.wrongPasswords += 1
    this.#questions.end(user)
    this.onSettled(user)
  }

  /** Whoever is asking asks again in a while; whoever was here is so no longer. */
  #sentAway(user: User): void {
    this.#crowd.counts.refused += 1
    user.isOnLine = false
    user.pending.length = 0
  }
}
