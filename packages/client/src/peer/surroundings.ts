import type { Direct, Ip4, Status, Text, Uin } from '@seekyou/language'
import type { Contact, Roster } from '../roster.ts'
import type { Self } from '../self.ts'
import { addressOf, type PeerAddress, proves } from './address.ts'
import type { Me } from './frames.ts'

/** What the rooms of direct connections know together: who we are, who the others are, and which numbers are taken. */
export class Surroundings {
  /** Where peers may be awaited; undefined: there are no direct connections. */
  ports: readonly [from: number, to: number] | undefined
  /** Where they are; 0: nowhere. */
  port = 0
  inner: Ip4 = 0
  outer: Ip4 = 0
  awayText: Text | undefined
  readonly #self: Self
  readonly #roster: Roster
  #connections = 0
  #listeners = 0

  constructor(self: Self, roster: Roster) {
    this.#self = self
    this.#roster = roster
  }

  get status(): Status {
    return this.#self.status
  }

  /** Who we are at this moment. */
  get me(): Me {
    const { uin } = this.#self
    if (uin === undefined) throw new Error('nobody can be introduced before the first sign-on')
    return { uin, outer: this.outer, inner: this.inner, port: this.port }
  }

  /** What is to be announced; undefined when there are no direct connections. */
  get direct(): Direct | undefined {
    if (!this.ports) return undefined
    return { port: this.port, inner: this.inner, capability: this.port === 0 ? 2 : 4, version: 3 }
  }

  contact(uin: Uin): Contact | undefined {
    return this.#roster.contacts.get(uin)
  }

  /** Where to connect to somebody; undefined when that is not possible. */
  addressOf(uin: Uin): PeerAddress | undefined {
    return this.ports && uin !== this.#self.uin ? addressOf(this.contact(uin), this.outer) : undefined
  }

  /** Whether the server has named this address for that user. */
  proves(uin: Uin, ip: Ip4): boolean {
    return proves(this.contact(uin), ip, this.outer)
  }

  newConnection(): number {
    return ++this.#connections
  }

  /** Listener 0 is the one for messages. */
  newListener(): number {
    return ++this.#listeners
  }
}
