import {
  type Event,
  emptyInfo,
  isInvisible,
  type Millis,
  normaliseStatus,
  type Status,
  status,
  type Uin,
  uin,
} from '@seekyou/language'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accountOf, plainPresence } from '../testing/fixtures.ts'
import type { Told } from '../told.ts'
import { settleRemembered, unrememberedOf } from './permission.ts'
import { Presence, type PresenceOptions } from './presence.ts'

const people = [1_001, 1_002, 1_003, 1_004].map(uin)
const direct = { port: 0, inner: 0, capability: 6, version: 3 }

/** Somebody who is here, as plainly as one can say it. */
interface Person {
  status: Status
  contacts: Set<Uin>
  visibleTo: Set<Uin>
  invisibleTo: Set<Uin>
  /** Contacts of whom the store has said that they may be seen, or who have granted it. */
  allowed: Set<Uin>
  /** What the store has not answered yet. */
  asked: Uin[]
  /** What this person's client shows: everyone that it was told to be on line. */
  roster: Map<Uin, Status>
  /** About whom a word was lost: here the roster may be wrong until it is repaired. */
  doubts: Set<Uin>
}

interface Model {
  readonly options: PresenceOptions
  readonly here: Map<Uin, Person>
  /** Who needs authorization. */
  readonly guarded: Set<Uin>
  /** What the store remembers: whether the first may see the second. */
  readonly store: Map<string, boolean>
  now: Millis
  /** How much each has heard about each, asked for and not. */
  readonly heard: Map<string, { asked: number; unasked: number }>
}

type Real = { readonly presence: Presence }
type Command = fc.Command<Model, Real>

const pair = (watcher: Uin, contact: Uin): string => `${watcher} about ${contact}`

/** What a watcher may know about somebody. */
function mayShow({ options, here, guarded }: Model, uin: Uin, watcher: Uin): Status | undefined {
  const person = here.get(uin)
  if (!person || person.invisibleTo.has(watcher)) return undefined
  if (isInvisible(person.status) && !person.visibleTo.has(watcher)) return undefined
  const isGuarded = options.enforcesAuthorization && guarded.has(uin) && uin !== watcher
  return isGuarded && !here.get(watcher)?.allowed.has(uin) ? undefined : person.status
}

/** A client's view of what it is told. Words that are not true, or say nothing new, are an error, except where they are asked for. */
function hear(model: Model, to: Uin, event: Event, isAsked: boolean): void {
  const watcher = model.here.get(to)
  if (!watcher) throw new Error(`${to} is told something and is not here`)
  const { uin, ...told } = event as Event<'contactOnline' | 'contactStatusChanged' | 'contactOffline'>
  expect(watcher.contacts).toContain(uin)
  const count = model.heard.get(pair(to, uin)) ?? { asked: 0, unasked: 0 }
  count[isAsked ? 'asked' : 'unasked'] += 1
  model.heard.set(pair(to, uin), count)
  const believed = watcher.roster.get(uin)
  const mayRepeat = isAsked || watcher.doubts.has(uin)
  const truth = mayShow(model, uin, to)
  switch (told.name) {
    case 'contactOnline':
      expect(truth).toBe(told.status)
      if (!mayRepeat) expect(believed).toBeUndefined()
      watcher.roster.set(uin, told.status)
      break
    case 'contactStatusChanged':
      expect(truth).toBe(told.status)
      if (!mayRepeat) expect([undefined, told.status]).not.toContain(believed)
      watcher.roster.set(uin, told.status)
      break
    case 'contactOffline':
      expect(truth).toBeUndefined()
      if (!mayRepeat) expect(believed).not.toBeUndefined()
      watcher.roster.delete(uin)
      break
  }
}

const hearAll = (model: Model, told: readonly Told[]): void => {
  for (const { to, event } of told) hear(model, to, event, false)
}

/** Nobody shows what they must not see; and when nothing is put off, every roster is the truth, as far as its owner may know it. */
function expectTruth(model: Model, isSettled: boolean): void {
  for (const [uin, { contacts, roster, doubts, asked }] of model.here) {
    for (const contact of contacts) {
      if (doubts.has(contact)) continue
      const truth = mayShow(model, contact, uin)
      const isKnown = isSettled && !asked.includes(contact)
      if (isKnown || truth === undefined) expect([uin, contact, roster.get(contact)]).toEqual([uin, contact, truth])
    }
    for (const shown of roster.keys()) expect(contacts).toContain(shown)
  }
}

/** What nobody has asked for comes once in an interval; what has been heard on asking may be taken back at once. */
function expectPace({ heard, now, options: { presenceEveryMs } }: Model): void {
  if (presenceEveryMs === 0) return
  for (const { asked, unasked } of heard.values())
    expect(unasked).toBeLessThanOrEqual(asked + now / presenceEveryMs + 2)
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
    expectTruth(model, presence.wakeAt === undefined)
    if (model.options.presenceEveryMs === 0) expect(presence.wakeAt).toBeUndefined()
    expectPace(model)
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
        allowed: new Set(),
        asked: [],
        roster: new Map(),
        doubts: new Set(),
      })
      const info = { ...emptyInfo, needsAuthorization: model.guarded.has(who) }
      hearAll(model, presence.arrive({ ...accountOf(who), info }, status, 0, direct, model.now))
    }),
)

const leave = someone.map(
  (who) =>
    new Act(`${who} leaves`, (model, presence) => {
      model.here.delete(who)
      hearAll(model, presence.leave(who, model.now))
    }),
)

const changeStatus = fc.tuple(someone, anyStatus).map(
  ([who, status]) =>
    new Act(`${who} is ${status}`, (model, presence) => {
      const person = model.here.get(who)
      if (person) person.status = normaliseStatus(status)
      hearAll(model, presence.changeStatus(who, status, model.now))
    }),
)

const announceContacts = fc.tuple(someone, several).map(
  ([who, contacts]) =>
    new Act(`${who} watches ${contacts}`, (model, presence) => {
      const person = model.here.get(who)
      for (const contact of contacts) person?.contacts.add(contact)
      presence.addContacts(who, contacts)
      person?.asked.push(...contacts)
      if (!model.options.enforcesAuthorization) answer(model, presence, who)
    }),
)

const storeAnswers = someone.map(
  (who) => new Act(`the store answers ${who}`, (model, presence) => answer(model, presence, who)),
)

function answer(model: Model, presence: Presence, who: Uin): void {
  const person = model.here.get(who)
  const asked = person?.asked.splice(0) ?? []
  const { store, guarded } = model
  for (const contact of asked) {
    const key = pair(who, contact)
    if (!store.has(key)) store.set(key, !guarded.has(contact))
    if (store.get(key)) person?.allowed.add(contact)
  }
  const contacts = unrememberedOf(presence.get(who), asked)
  const allowed = contacts.filter((contact) => store.get(pair(who, contact)))
  settleRemembered(presence.get(who), contacts, allowed)
  const answers = presence.showContacts(who, asked)
  for (const event of answers) hear(model, who, event, true)
  const shown = asked.filter((contact) => mayShow(model, contact, who) !== undefined)
  expect(answers.map((event) => (event as Event<'contactOnline'>).uin)).toEqual(shown)
}

const announceList = fc.tuple(someone, fc.constantFrom('visibleTo' as const, 'invisibleTo' as const), several).map(
  ([who, list, uins]) =>
    new Act(`${who} is ${list} ${uins}`, (model, presence) => {
      const person = model.here.get(who)
      if (person) person[list] = new Set(uins)
      if (list === 'visibleTo') hearAll(model, presence.announceVisibleTo(who, uins, model.now))
      else hearAll(model, presence.announceInvisibleTo(who, uins, model.now))
    }),
)

const guard = fc.tuple(someone, fc.boolean()).map(
  ([who, needsAuthorization]) =>
    new Act(`${who} ${needsAuthorization ? 'wants' : 'need not'} to be asked`, (model, presence) => {
      if (needsAuthorization) model.guarded.add(who)
      else model.guarded.delete(who)
      hearAll(model, presence.changeInfo(who, { ...emptyInfo, needsAuthorization }, model.now))
    }),
)

const grant = fc.tuple(someone, someone).map(
  ([who, watcher]) =>
    new Act(`${who} grants ${watcher}`, (model, presence) => {
      model.store.set(pair(watcher, who), true)
      const person = model.here.get(watcher)
      if (person?.contacts.has(who)) person.allowed.add(who)
      for (const { to, event } of presence.allow(watcher, who)) {
        expect(to).toBe(watcher)
        hear(model, to, event, true)
      }
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

const pass = fc
  .oneof(fc.nat(10), fc.nat(5_000))
  .map((ms) => new Act(`${ms} ms pass`, (model, presence) => letPass(model, presence, ms)))

function letPass(model: Model, presence: Presence, ms: Millis): void {
  const until = model.now + ms
  for (let at = presence.wakeAt; at !== undefined && at <= until; at = presence.wakeAt) {
    model.now = Math.max(model.now, at)
    hearAll(model, presence.due(model.now))
  }
  model.now = until
}

const acts = [
  arrive,
  leave,
  changeStatus,
  announceContacts,
  announceList,
  guard,
  grant,
  storeAnswers,
  lose,
  repair,
  pass,
]

test('everyone knows what they may know about their contacts, is told it once and in time, and learns nothing else', () => {
  const options = fc.record({ presenceEveryMs: fc.constantFrom(0, 2_000), enforcesAuthorization: fc.boolean() })
  fc.assert(
    fc.property(options, fc.commands(acts, { maxCommands: 80, size: 'max' }), (changes, commands) => {
      const options = { ...plainPresence, ...changes }
      const model: Model = {
        options,
        here: new Map(),
        guarded: new Set(),
        store: new Map(),
        now: 0,
        heard: new Map(),
      }
      const presence = new Presence(options)
      fc.modelRun(() => ({ model, real: { presence } }), commands)
      for (const who of people) answer(model, presence, who)
      letPass(model, presence, 2 * options.presenceEveryMs)
      expect(presence.wakeAt).toBeUndefined()
      expectTruth(model, true)
    }),
    { numRuns: 500 },
  )
})
