// A thousand people and their habits: most stay, some are always away and come back; they write, to friends above all, change
// their status now and then, and keep their links alive.
import { diceFrom } from '../dice.ts'
import type { Endpoint } from '../raw-client.ts'
import type { Messages } from './messages.ts'
import { Person } from './person.ts'

export interface TownOptions {
  readonly users: number
  /** Messages a second, of all people together. */
  readonly rate: number
  readonly seed: number
  /** How long somebody is away, in milliseconds on the average. */
  readonly absenceMs: number
}

export interface Counts {
  readonly signOns: number
  /** How often somebody who was signed on was told that they are not. */
  readonly loggedOut: number
  /** Packets of the server that came again under their number. */
  readonly repeated: number
  /** Commands that were sent again because no ACK had come. */
  readonly resent: number
  /** Commands without an ACK after six times. */
  readonly unanswered: number
}

export const firstUin = 100_001

const contactsEach = 20
/** So many of all people are away at any time. */
const awayShare = 0.05
/** How often one person changes their status, in milliseconds on the average. */
const moodMs = 600_000
/** Of the messages, so many go to somebody on the list. */
const toFriends = 0.8
const tickMs = 100
/** On line, away, not available, occupied. */
const statuses = [0, 1, 5, 0x11]
const words =
  'what people say to each other in a sentence or two, sometimes a little more than that, and sometimes less. '

export class Town {
  readonly people: readonly Person[]
  readonly #byUin: ReadonlyMap<number, Person>
  readonly #dice: () => number
  readonly #options: TownOptions
  /** When those who are away come back. */
  readonly #backAt = new Map<Person, number>()
  #timer: NodeJS.Timeout | undefined
  #lastTickAt = 0
  #ticks = 0
  /** What is to be done, in fractions, carried from tick to tick. */
  #due = { messages: 0, moods: 0, departures: 0 }

  constructor(server: Endpoint, options: TownOptions, messages: Messages) {
    const dice = diceFrom(options.seed)
    this.#dice = dice
    this.#options = options
    const someUin = (): number => firstUin + Math.floor(dice() * options.users)
    this.people = Array.from({ length: options.users }, (_, index) => {
      const uin = firstUin + index
      const contacts = new Set(Array.from({ length: contactsEach }, someUin))
      contacts.delete(uin)
      // Each at a machine of their own: one address alone may not do much to a server.
      const host = `127.1.${index >> 8}.${index & 255}`
      return new Person(uin, host, server, [...contacts], messages)
    })
    this.#byUin = new Map(this.people.map((person) => [person.uin, person]))
  }

  /** Everybody signs on, some at a time, except for those who are away. Resolves when they are here. */
  async open(): Promise<void> {
    for (const person of this.people) {
      if (this.#dice() < awayShare) this.#backAt.set(person, this.#absence(performance.now()))
      else await person.come(this.#status())
      while (this.people.filter(({ where }) => where === 'coming').length > 20) await passed(5)
    }
    await this.until(() => this.people.every(({ where }) => where !== 'coming'))
    this.#lastTickAt = performance.now()
    this.#timer = setInterval(() => this.#tick(), tickMs)
  }

  /** Nobody does anything new. Everybody comes back and fetches what waits. Resolves when all is quiet. */
  async gather(): Promise<void> {
    clearInterval(this.#timer)
    this.#timer = setInterval(() => this.#tickPeople(), 1_000)
    await this.until(() => this.people.every((person) => person.client.isSettled && person.where !== 'leaving'))
    for (const person of this.people) if (person.where === 'away') await person.come(0)
    await this.until(() => this.people.every((person) => person.client.isSettled && person.where === 'here'))
    for (const person of this.people) person.fetch()
    await this.until(() => this.people.every((person) => person.client.isSettled) && this.wrongs === 0)
  }

  close(): void {
    clearInterval(this.#timer)
    for (const person of this.people) person.close()
  }

  /** What all clients have counted together. */
  get counts(): Counts {
    const total = (of: (person: Person) => number): number => this.people.reduce((sum, person) => sum + of(person), 0)
    return {
      signOns: total(({ signOns }) => signOns),
      loggedOut: total(({ loggedOut }) => loggedOut),
      repeated: total(({ client }) => client.counts.repeated),
      resent: total(({ client }) => client.counts.resent),
      unanswered: total(({ client }) => client.counts.unanswered),
    }
  }

  /** How many entries of all lists show something else than what is true. */
  get wrongs(): number {
    let count = 0
    for (const { where, shown } of this.people) {
      if (where !== 'here') continue
      for (const [uin, status] of shown) if (status !== this.#truth(uin)) count += 1
    }
    return count
  }

  /** Waits for something, a minute at most: what is not true then is found by whoever looks at the result. */
  async until(isSo: () => boolean): Promise<void> {
    const giveUpAt = performance.now() + 60_000
    while (!isSo() && performance.now() < giveUpAt) await passed(50)
  }

  #truth(uin: number): number | undefined {
    const { where, status } = this.#byUin.get(uin)!
    return where === 'here' ? status : undefined
  }

  #tick(): void {
    const now = performance.now()
    const elapsedMs = now - this.#lastTickAt
    this.#lastTickAt = now
    const { users, rate, absenceMs } = this.#options
    this.#due.messages += (rate * elapsedMs) / 1_000
    this.#due.moods += (users * elapsedMs) / moodMs
    this.#due.departures += (users * awayShare * elapsedMs) / absenceMs
    for (; this.#due.messages >= 1; this.#due.messages -= 1) this.#write()
    for (; this.#due.moods >= 1; this.#due.moods -= 1) this.#somebodyHere()?.changeStatus(this.#status())
    for (; this.#due.departures >= 1; this.#due.departures -= 1) this.#depart(now)
    for (const [person, at] of this.#backAt) {
      if (now < at || person.where !== 'away') continue
      this.#backAt.delete(person)
      void person.come(this.#status())
    }
    this.#ticks += 1
    if (this.#ticks % 10 === 0) this.#tickPeople()
  }

  #tickPeople(): void {
    const now = performance.now()
    for (const person of this.people) person.tick(now)
  }

  #write(): void {
    const author = this.#somebodyHere()
    if (!author) return
    const friends = [...author.shown.keys()]
    const friend = this.#dice() < toFriends ? friends[Math.floor(this.#dice() * friends.length)] : undefined
    const to = friend ?? this.people[Math.floor(this.#dice() * this.people.length)]!.uin
    author.write(to, words.slice(0, Math.floor(this.#dice() * words.length)))
  }

  #depart(now: number): void {
    const person = this.#somebodyHere()
    // A message that waits when its sender leaves is dropped without an ACK; who leaves at leisure has none.
    if (!person?.client.isSettled) return
    person.leave()
    this.#backAt.set(person, this.#absence(now))
  }

  #somebodyHere(): Person | undefined {
    const person = this.people[Math.floor(this.#dice() * this.people.length)]!
    return person.where === 'here' ? person : undefined
  }

  #status(): number {
    return statuses[Math.floor(this.#dice() * statuses.length)]!
  }

  /** Nobody stays away until their mailbox is full. */
  #absence(now: number): number {
    return now + Math.min(3, -Math.log(1 - this.#dice())) * this.#options.absenceMs
  }
}

function passed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
