import { type Direct, type Event, type Info, type Ip4, type Millis, status, type Uin } from '@seekyou/language'
import type { Settings } from '../needs.ts'
import { Presence, type PresenceOptions } from '../presence/presence.ts'
import type { Told } from '../told.ts'
import { accountOf, plainPresence } from './fixtures.ts'

/** Who comes on the stage, and how. */
export interface Entrance {
  readonly status?: number
  readonly outer?: Ip4
  readonly direct?: Partial<Direct>
  readonly settings?: Partial<Settings>
  readonly info?: Partial<Info>
}

/** Presence with a clock that moves when a test says so; what people are told comes as lines: `1002: contactOnline 1001`. */
export class Stage {
  now: Millis = 0
  readonly presence: Presence

  constructor(options: Partial<PresenceOptions> = {}) {
    this.presence = new Presence({ ...plainPresence, ...options })
  }

  enter(uin: Uin, entrance: Entrance = {}): readonly string[] {
    return lines(this.told(uin, entrance))
  }

  /** As `enter`, with everything that is told. */
  told(uin: Uin, { status: word = 0, outer = 7, direct, settings, info }: Entrance = {}): readonly Told[] {
    const account = accountOf(uin)
    const changed = { uin, info: { ...account.info, ...info }, settings: { ...account.settings, ...settings } }
    const whole = { port: 4_000, inner: 0x0a00_0009, capability: 4, version: 3, ...direct }
    return this.presence.arrive(changed, status(word), outer, whole, this.now)
  }

  leave(uin: Uin): readonly string[] {
    return lines(this.presence.leave(uin, this.now))
  }

  /** Somebody is this available from here on. */
  be(uin: Uin, word: number): readonly string[] {
    return lines(this.presence.changeStatus(uin, status(word), this.now))
  }

  /** The contacts that are shown in answer. */
  watch(uin: Uin, ...contacts: Uin[]): readonly Uin[] {
    this.presence.addContacts(uin, contacts)
    return this.presence.showContacts(uin, contacts).map(aboutWhom)
  }

  visibleTo(uin: Uin, ...uins: Uin[]): readonly string[] {
    return lines(this.presence.announceVisibleTo(uin, uins, this.now))
  }

  invisibleTo(uin: Uin, ...uins: Uin[]): readonly string[] {
    return lines(this.presence.announceInvisibleTo(uin, uins, this.now))
  }

  /** Lets time pass; what is told meanwhile, each line with its moment: `2000 1002: contactOnline 1001`. */
  pass(ms: Millis): readonly string[] {
    const until = this.now + ms
    const told: string[] = []
    for (let at = this.presence.wakeAt; at !== undefined && at <= until; at = this.presence.wakeAt) {
      this.now = Math.max(this.now, at)
      told.push(...lines(this.presence.due(this.now)).map((line) => `${this.now} ${line}`))
    }
    this.now = until
    return told
  }
}

export const aboutWhom = (event: Event): Uin => (event as Event<'contactOnline'>).uin

const lines = (told: readonly Told[]): readonly string[] =>
  told.map(({ to, event }) => `${to}: ${event.name} ${aboutWhom(event)}`)
