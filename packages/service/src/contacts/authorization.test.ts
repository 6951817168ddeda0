import { type Intent, messageKind, type Uin, uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { carryOut, type NodeIntent } from '../handlers.ts'
import { unrememberedOf } from '../presence/permission.ts'
import { accountOf, textOf } from '../testing/fixtures.ts'
import { PlainStore } from '../testing/plain-store.ts'
import { aboutWhom, Stage } from '../testing/stage.ts'
import { type Effects, nothing } from '../told.ts'

const [ann, bob, cat] = [uin(1_001), uin(1_002), uin(1_003)]

/** A stage with a store that answers when it is asked to. */
class Town extends Stage {
  readonly store = new PlainStore(10_000)
  /** Everything that the store was asked. */
  readonly asked: unknown[] = []
  readonly #later: NonNullable<Effects['later']>[] = []
  readonly #heard: string[] = []

  constructor(enforcesAuthorization: boolean, guards: readonly Uin[] = []) {
    super({ enforcesAuthorization })
    for (const uin of [ann, bob, cat]) {
      const info = { ...accountOf(uin).info, needsAuthorization: guards.includes(uin) }
      this.store.addAccount(uin, 'secret', { info })
      this.enter(uin, { info })
    }
  }

  /** What everybody hears at once of something that is said. */
  say(user: Uin, intent: Exclude<Intent, { name: NodeIntent }>): readonly string[] {
    this.#take(user, carryOut(intent, { user, now: this.now, wall: 0, presence: this.presence }))
    return this.#heard.splice(0)
  }

  watches(user: Uin, ...uins: Uin[]): readonly string[] {
    return this.say(user, { name: 'announceContacts', uins })
  }

  writes(user: Uin, to: Uin, kind: number): readonly string[] {
    return this.say(user, { name: 'sendMessage', to, kind, text: textOf('yes') })
  }

  /** The store answers everything that waits, or is away; what everybody hears then. */
  answer({ isAway = false } = {}): readonly string[] {
    for (let next = this.#later.shift(); next; next = this.#later.shift()) {
      const { errand, unmet = nothing, user } = next as typeof next & { user: Uin }
      let step = errand.next()
      while (!step.done && !isAway) {
        this.asked.push(step.value)
        step = errand.next(this.store.meet(step.value as never) as never)
      }
      this.#take(user, step.done ? step.value : unmet)
    }
    return this.#heard.splice(0)
  }

  #take(user: Uin, { answers = [], told = [], later }: Effects): void {
    for (const event of answers) this.#heard.push(`${user}: ${event.name} ${aboutWhom(event)}`)
    for (const { to, event } of told) this.#heard.push(`${to}: ${event.name} ${aboutWhom(event)}`)
    if (later) this.#later.push(Object.assign(later, { user }))
  }
}

const end = '1002: contactsAnnounced 1002'
const annIsHere = '1002: contactOnline 1001'
const annIsGone = '1002: contactOffline 1001'
const catIsHere = '1002: contactOnline 1003'

test('where nothing is enforced the answer comes at once and the store remembers behind it', () => {
  const town = new Town(false, [ann])
  expect(town.watches(bob, ann)).toEqual([annIsHere, end])
  expect(town.answer()).toEqual([])
  expect(unrememberedOf(town.presence.get(bob), [ann])).toEqual([])
  expect(
    town.store.meet({ name: 'rememberContacts', uin: bob, contacts: [ann], list: [ann], allowsAll: false }),
  ).toEqual({
    allowed: [ann],
  })
})

test('a store that is away is no trouble, and is asked again with the next sign of life', () => {
  const town = new Town(false, [ann])
  expect(town.watches(bob, ann)).toEqual([annIsHere, end])
  expect(town.answer({ isAway: true })).toEqual([])
  expect(town.say(bob, { name: 'keepAlive' })).toEqual([])
  expect(town.answer()).toEqual([])
  expect(unrememberedOf(town.presence.get(bob), [ann])).toEqual([])
})

test('where it is enforced the store speaks first, and the guarded stay hidden', () => {
  const town = new Town(true, [ann])
  expect(town.watches(bob, ann, cat)).toEqual([])
  expect(town.answer()).toEqual([catIsHere, end])
  expect(town.be(ann, 1)).toEqual([])
  expect(town.watches(bob, ann, cat)).toEqual([catIsHere, end])
  expect(town.answer()).toEqual([])
})

test('the end is said even while the store is away; the open ones are shown with the next sign of life, the others when it is back', () => {
  const town = new Town(true, [ann])
  town.store.meet({ name: 'allowContact', uin: bob, contact: ann })
  town.watches(bob, ann, cat)
  expect(town.answer({ isAway: true })).toEqual([end])
  expect(town.say(bob, { name: 'keepAlive' })).toEqual([catIsHere])
  expect(town.answer({ isAway: true })).toEqual([])
  expect(town.say(bob, { name: 'keepAlive' })).toEqual([])
  expect(town.answer()).toEqual([annIsHere])
})

test.each([messageKind.authorizationGranted, 0x8000 | messageKind.authorizationGranted])(
  'a grant (%i) shows the granter at once, and for good',
  (kind) => {
    const town = new Town(true, [ann])
    town.watches(bob, ann)
    town.answer()
    expect(town.writes(ann, bob, kind)).toEqual([annIsHere])
    expect(town.answer()).toEqual([])
    town.enter(bob)
    town.watches(bob, ann)
    expect(town.answer()).toEqual([annIsHere, end])
  },
)

test('a grant is kept for somebody who is away, also where nothing is enforced', () => {
  const town = new Town(false, [ann])
  town.leave(bob)
  town.writes(ann, bob, messageKind.authorizationGranted)
  town.answer()
  expect(
    town.store.meet({ name: 'rememberContacts', uin: bob, contacts: [ann], list: [ann], allowsAll: false }),
  ).toEqual({
    allowed: [ann],
  })
})

test('whoever grants while the store is away is told to do it again', () => {
  const town = new Town(true, [ann])
  town.watches(bob, ann)
  town.answer()
  expect(town.writes(ann, bob, messageKind.authorizationGranted)).toEqual([annIsHere])
  expect(town.answer({ isAway: true })).toEqual(['1001: messageArrived undefined'])
})

test('a grant while the store is being asked is not taken back by its answer', () => {
  const town = new Town(true, [ann])
  town.watches(bob, ann)
  expect(town.writes(ann, bob, messageKind.authorizationGranted)).toEqual([annIsHere])
  expect(town.answer()).toEqual([annIsHere, end])
  expect(town.be(ann, 1)).toEqual(['1002: contactStatusChanged 1001'])
})

test('an answer of the store that is older than a grant does not take it back', () => {
  const town = new Town(true, [ann])
  const context = { user: bob, now: 0, wall: 0, presence: town.presence }
  const { later } = carryOut({ name: 'announceContacts', uins: [ann] }, context)
  expect(later?.errand.next()).toMatchObject({ value: { name: 'rememberContacts', contacts: [ann] } })
  expect(town.writes(ann, bob, messageKind.authorizationGranted)).toEqual([annIsHere])
  expect(later?.errand.next({ allowed: [] } as never)).toMatchObject({
    value: { answers: [{ uin: ann }, { uin: bob }] },
  })
  expect(town.be(ann, 1)).toEqual(['1002: contactStatusChanged 1001'])
})

test('a refusal, a request and an ordinary text change nothing', () => {
  const town = new Town(true, [ann])
  town.watches(bob, ann)
  town.answer()
  for (const kind of [messageKind.text, messageKind.authorizationRequest, messageKind.authorizationRefused]) {
    expect(town.writes(ann, bob, kind)).toEqual([])
    expect(town.answer()).toEqual([])
  }
  expect(town.writes(bob, ann, messageKind.authorizationGranted)).toEqual([])
  expect(town.answer()).toEqual([])
})

test('whoever takes the guard away is shown, and stays shown to the allowed when it is back', () => {
  const town = new Town(true, [ann])
  const guard = (needsAuthorization: boolean) => {
    const { name: _, ...info } = { name: '', ...accountOf(ann).info, needsAuthorization }
    town.say(ann, { name: 'updateInfo', ...info })
    return town.answer().filter((line) => !line.includes('infoUpdated'))
  }
  town.watches(bob, ann)
  town.answer()
  expect(guard(false)).toEqual([annIsHere])
  town.watches(cat, ann)
  expect(town.answer()).toContain('1003: contactOnline 1001')
  expect(guard(true)).toEqual([annIsGone])
  expect(town.be(ann, 1)).toEqual(['1003: contactStatusChanged 1001'])
})

test('the operator may take the guard away as well', () => {
  const town = new Town(true, [ann])
  town.watches(bob, ann)
  town.answer()
  expect(town.presence.changeAccount(accountOf(ann), 0)).toMatchObject([{ to: bob, event: { name: 'contactOnline' } }])
})

test('to be allowed does not make the invisible visible', () => {
  const town = new Town(true, [ann])
  town.be(ann, 0x100)
  town.watches(bob, ann)
  town.answer()
  expect(town.writes(ann, bob, messageKind.authorizationGranted)).toEqual([])
  expect(town.be(ann, 0)).toEqual([annIsHere])
})

test('the guarded see themselves', () => {
  const town = new Town(true, [ann])
  town.watches(ann, ann)
  expect(town.answer()).toEqual(['1001: contactOnline 1001', '1001: contactsAnnounced 1001'])
})

test('a contact is remembered once in a visit, however often it is announced', () => {
  const town = new Town(true, [ann])
  town.watches(bob, ann)
  town.watches(bob, ann)
  expect(town.answer()).toEqual([end, end])
  expect(
    carryOut({ name: 'announceContacts', uins: [ann] }, { user: bob, now: 0, wall: 0, presence: town.presence }),
  ).toEqual({
    answers: [{ name: 'contactsAnnounced', uin: bob }],
  })
})

test('somebody whose account was removed is off line, may be announced, and a message about them grants nothing', () => {
  const town = new Town(true, [ann])
  town.store.removeAccount(ann)
  town.leave(ann)
  town.watches(bob, ann)
  expect(town.answer()).toEqual([end])
  town.writes(bob, ann, messageKind.authorizationGranted)
  expect(town.answer()).toEqual([])
})

test('with every contact the store is told the whole list', () => {
  const town = new Town(false)
  town.watches(bob, ann)
  town.answer()
  town.watches(bob, ann, cat)
  town.answer()
  expect(town.asked).toMatchObject([
    { contacts: [ann], list: [ann] },
    { contacts: [cat], list: [ann, cat] },
  ])
})
