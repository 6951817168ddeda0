// Somebody with an original client: it signs on, names its contacts, fetches what has waited, shows what it hears and keeps alive.
import { code, loginBody, messageBody, readMessage, readStored, textCodeBody, u32, uins } from '../bytes.ts'
import { OldClient } from '../old-client.ts'
import type { Endpoint, Received } from '../raw-client.ts'
import { password } from '../started-server.ts'
import type { Messages } from './messages.ts'

export type Where = 'away' | 'coming' | 'here' | 'leaving'

const keepAliveMs = 120_000

export class Person {
  readonly uin: number
  readonly client: OldClient
  where: Where = 'away'
  status = 0
  /** Everybody on the list, and what this client shows of them; undefined is off line. */
  readonly shown = new Map<number, number | undefined>()
  signOns = 0
  /** How often the server said that this person is not signed on, although they were. */
  loggedOut = 0
  readonly #messages: Messages
  #visit = 0
  #fetched = 0
  #keepAliveAt = 0

  /** `host` is the address of the machine that this person sits at. */
  constructor(uin: number, host: string, server: Endpoint, contacts: readonly number[], messages: Messages) {
    this.uin = uin
    this.#messages = messages
    this.client = new OldClient(uin, server, { host })
    this.client.hears = (packet) => this.#hear(packet)
    this.client.isRefused = () => this.#sentAway()
    this.client.isContradicted = ({ sequence }) => messages.complaints.push(`${uin} got the number ${sequence} twice`)
    for (const contact of contacts) this.shown.set(contact, undefined)
  }

  /** Signs on from a new port. The rest follows by itself: the list, and what has waited. */
  async come(status: number): Promise<void> {
    this.where = 'coming'
    this.status = status
    this.#visit += 1
    for (const contact of this.shown.keys()) this.shown.set(contact, undefined)
    await this.client.open()
    this.client.send(code.login, loginBody({ password, status }))
  }

  /** Says goodbye. Whatever comes until the server knows it is read and acknowledged as ever. */
  leave(): void {
    this.where = 'leaving'
    this.client.send(code.textCode, textCodeBody('B_USER_DISCONNECTED'), () => this.close())
  }

  /** Leaves without a word. */
  close(): void {
    this.where = 'away'
    this.client.close()
  }

  changeStatus(status: number): void {
    this.status = status
    this.client.send(code.changeStatus, u32(status))
  }

  write(to: number, words: string): void {
    const number = this.#messages.write(to)
    const text = `${number} ${words}`
    this.client.send(code.sendMessage, messageBody(to, text), () => this.#messages.acknowledge(number))
  }

  fetch(): void {
    this.#fetched = 0
    this.client.send(code.fetchStored)
  }

  /** What time demands: keep-alives, and commands without an ACK. To be called about once a second. */
  tick(now: number): void {
    if (this.where === 'here' && now >= this.#keepAliveAt) {
      this.#keepAliveAt = now + keepAliveMs
      this.client.send(code.keepAlive)
    }
    this.client.tick(now)
  }

  #hear({ code: command, body }: Received): void {
    switch (command) {
      case code.loginReply:
        this.where = 'here'
        this.signOns += 1
        // Not everybody came in the same second.
        this.#keepAliveAt = performance.now() + (this.uin % 120) * (keepAliveMs / 120)
        if (this.shown.size > 0) this.client.send(code.contacts, uins(...this.shown.keys()))
        this.fetch()
        break
      case code.message:
        this.#messages.show(this.uin, readMessage(body).text, this.#visit)
        break
      case code.stored:
        this.#fetched += 1
        this.#messages.show(this.uin, readStored(body).text, this.#visit)
        break
      case code.storedEnd:
        if (this.#fetched > 0) this.fetch()
        break
      case code.online:
        this.shown.set(body.readUInt32LE(0), body.readUInt32LE(17))
        break
      case code.statusUpdate:
        this.shown.set(body.readUInt32LE(0), body.readUInt32LE(4))
        break
      case code.offline:
        this.shown.set(body.readUInt32LE(0), undefined)
        break
    }
  }

  /** Whoever wanted to go is content; others count it. */
  #sentAway(): void {
    if (this.where !== 'leaving') this.loggedOut += 1
    this.close()
  }
}
