// Who is there: citizens, who signed on once and never do again, like real clients of the time; visitors, who come and go; and an
// inspector, who looks whether everybody is shown as they wanted to be.
import type { Endpoint } from '../raw-client.ts'
import type { Ledger } from './ledger.ts'
import { habits, Person, waitFor } from './person.ts'

const citizens = 8
const visitors = 6

export const firstUin = 100_001
/** How many accounts there must be. */
export const accounts = citizens + visitors + 1

const statuses = [0, 1, 5, 0x11]
const tickMs = 20
/** What must become true when nothing happens any more takes so long at most, in milliseconds: resends, and presence that is repaired. */
const calmMs = 60_000
const demandEveryMs = 1_000

export class Town {
  readonly citizens: readonly Person[]
  readonly visitors: readonly Person[]
  readonly #inspector: Person
  readonly #ledger: Ledger
  readonly #dice: () => number
  /** Visitors who are about to come or go, and what the inspector does. */
  readonly #busy = new Map<Person, Promise<void>>()
  readonly #timer: NodeJS.Timeout

  constructor(server: Endpoint, ledger: Ledger, dice: () => number) {
    this.#ledger = ledger
    this.#dice = dice
    const people = Array.from({ length: accounts }, (_, index) => new Person(firstUin + index, server, ledger, dice))
    this.citizens = people.slice(0, citizens)
    this.visitors = people.slice(citizens, -1)
    this.#inspector = people.at(-1)!
    this.#timer = setInterval(() => {
      for (const { client } of people) client.tick(performance.now())
    }, tickMs)
  }

  /** The citizens sign on for good. One of them hides from the inspector. */
  async open(): Promise<void> {
    await Promise.all(this.citizens.map((citizen) => citizen.come(uinsOf(this.citizens, citizen))))
    this.citizens[0]!.hideFrom(this.#inspector.uin)
  }

  /** Everybody does something at some time within the next `ms` milliseconds, which may come after the server's death. */
  live(ms: number): void {
    const dice = this.#dice
    const soon = (act: () => void): void => void setTimeout(act, dice() * ms)
    const underWay = 2 + Math.floor(dice() * 10)
    const recipients = [...this.citizens, ...this.visitors]
    for (const person of recipients) {
      person.habit = pick(habits, dice)
      person.slownessMs = 2 + dice() * 150
      if (dice() < 0.5) person.beginWriting(underWay, { dice, recipients })
      else person.stopWriting()
    }
    if (!this.#busy.has(this.#inspector)) {
      soon(() => {
        if (!this.#busy.has(this.#inspector)) pick(this.citizens, dice).changeStatus(pick(statuses, dice))
      })
    }
    for (const [index, citizen] of this.citizens.entries()) {
      if (dice() < 0.1) soon(() => citizen.keepAlive())
      // Some of the original clients ask for what they may have missed, others never do.
      if (index % 2 === 0 && dice() < 0.3) soon(() => citizen.demandAnswer())
    }
    for (const visitor of this.visitors) {
      if (dice() < 0.3 && !this.#busy.has(visitor)) soon(() => this.#do(visitor, () => this.#comeOrGo(visitor)))
    }
  }

  /** The citizens meet the visitors, and want to know about them from here on. */
  befriend(): void {
    for (const citizen of this.citizens) citizen.addContacts(uinsOf(this.visitors))
  }

  /** Somebody new comes and looks whether all citizens are shown in the status that they have wanted last. */
  inspect(): void {
    const inspector = this.#inspector
    // Nobody changes while the inspection lasts, but a change that has no ACK yet may be made in its course.
    const wanted = this.citizens.map(({ statuses }) => [...statuses])
    this.#do(inspector, async () => {
      await inspector.come(uinsOf(this.citizens))
      if (await waitFor(() => inspector.knowsContacts, 3_000)) {
        for (const [index, citizen] of this.citizens.entries()) {
          const shown = inspector.shown.get(citizen.uin)
          const isRight = index === 0 ? shown === undefined : wanted[index]!.includes(shown ?? -1)
          if (!isRight) this.#complain(`${citizen.uin} wanted to be ${wanted[index]} and was shown as ${shown}`)
        }
      }
      await inspector.leave()
    })
  }

  /**
   * Nobody does anything new, and all that is still to happen happens: every message is shown, every ACK comes, every list is right.
   * With patience nobody asks for what they may have missed: the server sends it again by itself.
   */
  async calm(isPatient: boolean): Promise<void> {
    for (const person of [...this.citizens, ...this.visitors]) {
      person.habit = 'prompt'
      person.stopWriting()
    }
    await Promise.all(this.#busy.values())
    const [absent, ...others] = this.visitors
    await Promise.all([
      absent!.where === 'here' ? absent!.leave() : undefined,
      ...others.map((visitor) => (visitor.where === 'away' ? visitor.come(uinsOf(this.citizens)) : undefined)),
    ])
    const since = performance.now()
    const present = [...this.citizens, ...others]
    const asking = setInterval(() => {
      for (const person of present) isPatient ? person.keepAlive() : person.demandAnswer()
    }, demandEveryMs)
    for (const person of present) person.keepAlive()
    const isCalm = (): boolean =>
      present.every(({ uin }) => this.#ledger.isAllShown(uin, since)) && this.#wrongs(present).length === 0
    await waitFor(isCalm, calmMs)
    clearInterval(asking)
    if (!(await waitFor(() => present.every(({ client }) => client.isSettled), calmMs))) {
      this.#complain('somebody waits for an ACK in vain')
    }
    for (const { uin, visit } of present)
      this.#ledger.expectAllShown(uin, since, `in visit ${visit}, when all was calm`)
    for (const wrong of this.#wrongs(present)) this.#complain(wrong)
  }

  /** The visitor who was absent when all was calm comes, finds everything, and all leave. */
  async close(): Promise<void> {
    await this.visitors[0]!.come(uinsOf(this.citizens))
    const present = [...this.citizens, ...this.visitors].filter(({ where }) => where === 'here')
    await Promise.all(present.map((person) => person.leave()))
  }

  /** Closes all sockets. */
  end(): void {
    clearInterval(this.#timer)
    for (const { client } of [...this.citizens, ...this.visitors, this.#inspector]) client.close()
  }

  get resent(): number {
    return this.citizens.reduce((sum, { client }) => sum + client.counts.resent, 0)
  }

  #wrongs(present: readonly Person[]): string[] {
    const all = new Map([...this.citizens, ...this.visitors].map((person) => [person.uin, person]))
    return present.flatMap(({ uin, shown }) =>
      [...shown].flatMap(([contact, status]) => {
        const { where, statuses } = all.get(contact)!
        const truth = where === 'here' ? statuses[0] : undefined
        return status === truth ? [] : [`${uin} shows ${contact} as ${status}, and they are ${truth}`]
      }),
    )
  }

  async #comeOrGo(visitor: Person): Promise<void> {
    if (visitor.where === 'here') {
      if (this.#dice() < 0.3) visitor.vanish()
      else await visitor.leave()
    } else if (this.visitors.some((other) => other !== visitor && other.where === 'away')) {
      // Somebody is always away: only what is stored for them shows how far the disk has come.
      await visitor.come(uinsOf(this.citizens))
    }
  }

  #do(person: Person, act: () => Promise<void>): void {
    this.#busy.set(
      person,
      act().finally(() => this.#busy.delete(person)),
    )
  }

  #complain(what: string): void {
    this.#ledger.complaints.push(what)
  }
}

const uinsOf = (people: readonly Person[], except?: Person): number[] =>
  people.filter((person) => person !== except).map(({ uin }) => uin)

const pick = <One>(from: readonly One[], dice: () => number): One => from[Math.floor(dice() * from.length)]!
