import { type Event, isInvisible, normaliseStatus, type Status, status, type Uin, uin } from '@seekyou/language'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Presence } from './presence.ts'

const people = [1_001, 1_002, 1_003, 1_004].map(uin)
const direct = { port: 0, inner: 0, capability: 6, version: 3 }

/** Somebody who is here, as plainly as one can say it. */
interface Person {
  status: Status
  contacts: Set<Uin>
  visibleTo: Set<Uin>
  invisibleTo: Set<Uin>
  /** What this person's client shows: everyone that it was told to be on line. */
  roster: Map<Uin, Status>
  /** About whom a word was lost: here the roster may be wrong until it is repaired. */
  doubts: Set<Uin>
}

interface Model {
  readonly here: Map<Uin, Person>
}

type Real = { readonly presence: Presence }
type Command = fc.Command<Model, Real>

function mayShow(person: Person | undefined, watcher: Uin): Status | undefined {
  if (!person || person.invisibleTo.has(watcher)) return undefined
  return isInvisible(person.status) && !person.visibleTo.has(watcher) ? undefined : person.status
}

/** A client's view of what it is told. Words that say nothing new are an error, except where they are asked for. */
function hear(model: Model, to: Uin, event: Event, isAsked: boolean): void {
  const watcher = model.here.get(to)
  if (!watcher) throw new Error(`${to} is told something and is not here`)
  const { uin, ...told } = event as Event<'contactOnline' | 'contactStatusChanged' | 'contactOffline'>
  expect(watcher.contacts).toContain(uin)
  const believed = watcher.roster.get(uin)
  const mayRepeat = isAsked || watcher.doubts.has(uin)
  switch (told.name) {
    case 'contactOnline':
      expect(mayShow(model.here.get(uin), to)).toBe(told.status)
      if (!mayRepeat) expect(believed).toBeUndefined()
      watcher.roster.set(uin, told.status)
      break
    case 'contactStatusChanged':
      expect(mayShow(model.here.get(uin), to)).toBe(told.status)
      if (!mayRepeat) expect([undefined, told.status]).not.toContain(believed)
      watcher.roster.set(uin, told.status)
      break
    case 'contactOffline':
      expect(mayShow(model.here.get(uin), to)).toBeUndefined()
      if (!mayRepeat) expect(believed).not.toBeUndefined()
      watcher.roster.delete(uin)
      break
  }
}

/** After each command, every roster is the truth, as far as its owner may know it. */
function expectTruth({ here }: Model): void {
  for (const [uin, { contacts, roster, doubts }] of here) {
    for (const contact of contacts) {
      if (doubts.has(contact)) continue
      expect([uin, contact, roster.get(contact)]).toEqual([uin, contact, mayShow(here.get(contact), uin)])
    }
    for (const shown of roster.keys()) expect(contacts).toContain(shown)
  }
}

class Act implements Command {
  readonly #words: string
  readonly #act: (model: Model, presence: Presence) => void

  constructor(words: string, act: (model: Model, presence: Presence) => void) {
    this.#words = words
    this.#act = act
  }

  check = (): boolean => true
  run(model: Model, { presence }: Real): void {
    this.#act(model, presence)
    expect(presence.size).toBe(model.here.size)
    expectTruth(model)
  }
  toString = (): string => this.#words
}

const someone = fc.constantFrom(...people)
const several = fc.uniqueArray(someone)
const anyStatus = fc
  .constantFrom(0x00, 0x01, 0x04, 0x11, 0x20, 0x100, 0x101, 0x104, 0x8001_0000, 0x0001_0100)
  .map((word) => status(word))

const arrive = fc.tuple(someone, anyStatus).map(
  ([who, status]) =>
    new Act(`${who} arrives with ${status}`, (model, presence) => {
      model.here.set(who, {
        status: normaliseStatus(status),
        contacts: new Set(),
        visibleTo: new Set(),
        invisibleTo: new Set(),
        roster: new Map(),
        doubts: new Set(),
      })
      // A second arrival is told to those who already see the user, because everything about them may be new.
      for (const { to, event } of presence.arrive(who, status, 0, direct))
        hear(model, to, event, event.name === 'contactOnline')
    }),
)

const leave = someone.map(
  (who) =>
    new Act(`${who} leaves`, (model, presence) => {
      model.here.delete(who)
      for (const { to, event } of presence.leave(who)) hear(model, to, event, false)
    }),
)

const changeStatus = fc.tuple(someone, anyStatus).map(
  ([who, status]) =>
    new Act(`${who} is ${status}`, (model, presence) => {
      const person = model.here.get(who)
      if (person) person.status = normaliseStatus(status)
      for (const { to, event } of presence.changeStatus(who, status)) hear(model, to, event, false)
    }),
)

const announceContacts = fc.tuple(someone, several).map(
  ([who, contacts]) =>
    new Act(`${who} watches ${contacts}`, (model, presence) => {
      const person = model.here.get(who)
      for (const contact of contacts) person?.contacts.add(contact)
      const answers = presence.announceContacts(who, contacts)
      for (const event of answers) hear(model, who, event, true)
      const shown = person ? contacts.filter((contact) => mayShow(model.here.get(contact), who) !== undefined) : []
      expect(answers.map((event) => (event as Event<'contactOnline'>).uin)).toEqual(shown)
    }),
)

const announceList = fc.tuple(someone, fc.constantFrom('visibleTo' as const, 'invisibleTo' as const), several).map(
  ([who, list, uins]) =>
    new Act(`${who} is ${list} ${uins}`, (model, presence) => {
      const person = model.here.get(who)
      if (person) person[list] = new Set(uins)
      const told =
        list === 'visibleTo' ? presence.announceVisibleTo(who, uins) : presence.announceInvisibleTo(who, uins)
      for (const { to, event } of told) hear(model, to, event, false)
    }),
)

/** The last word about a contact is lost: the client's roster becomes anything, until it is repaired. */
const lose = fc.tuple(someone, someone, fc.option(anyStatus, { nil: undefined })).map(
  ([who, contact, wrong]) =>
    new Act(`${who} missed the last word about ${contact}`, (model, presence) => {
      presence.doubt(who, contact)
      const person = model.here.get(who)
      if (!person?.contacts.has(contact)) return
      person.doubts.add(contact)
      if (wrong === undefined) person.roster.delete(contact)
      else person.roster.set(contact, wrong)
    }),
)

const repair = someone.map(
  (who) =>
    new Act(`${who} is set right`, (model, presence) => {
      const answers = presence.repair(who)
      for (const event of answers) hear(model, who, event, true)
      const doubts = model.here.get(who)?.doubts ?? new Set()
      expect(new Set(answers.map((event) => (event as { uin: Uin }).uin))).toEqual(doubts)
      doubts.clear()
      expect(presence.repair(who)).toEqual([])
    }),
)

test('everyone knows what they may know about their contacts, is told it once, and learns nothing else', () => {
  const commands = fc.commands([arrive, leave, changeStatus, announceContacts, announceList, lose, repair], {
    maxCommands: 60,
  })
  fc.assert(
    fc.property(commands, (commands) => {
      fc.modelRun(() => ({ model: { here: new Map() }, real: { presence: new Presence() } }), commands)
    }),
    { numRuns: 500 },
  )
})
