import type { Address, Event, Intent, Millis, Uin } from '@seekyou/language'
import { type AccountRecord, hashOf } from '../virtual-store.ts'
import type { Command, Saying, Visit } from '../visit.ts'
import { isSame, type Register } from './register.ts'
import type { Complain, Witness } from './witness.ts'

type Change = Intent<'updateInfo' | 'updateExtInfo' | 'changePassword' | 'register'>

interface Attempt {
  readonly uin: Uin
  readonly password: Uint8Array
  readonly at: Millis
}

const confirms: ReadonlyMap<string, Change['name']> = new Map([
  ['infoUpdated', 'updateInfo'],
  ['extInfoUpdated', 'updateExtInfo'],
  ['passwordChanged', 'changePassword'],
])
const wantedMax = 200
const attemptsMax = 128

/**
 * Passwords and changes mean what they say: a change is kept before it is confirmed, nothing changes that its owner did not
 * ask for, nobody is let in without the password, and nobody is refused who has it.
 */
export class Changes implements Witness {
  readonly #register: Register
  readonly #complain: Complain
  /** What was asked for, by whom; the registrations of strangers under 0. */
  readonly #wanted = new Map<number, Change[]>()
  /** All changes that were asked for during a visit. */
  readonly #asked = new WeakMap<Visit, Command[]>()
  readonly #attempts = new Map<Address, Attempt[]>()
  readonly #before = new Map<Uin, AccountRecord | undefined>()
  #confirmations = 0

  constructor(register: Register, complain: Complain) {
    this.#register = register
    this.#complain = complain
  }

  /** How many changes were confirmed. */
  get confirmations(): number {
    return this.#confirmations
  }

  visitBegan({ uin, knocks }: Visit, now: Millis): void {
    const mayComeIn = this.#register.record(uin)?.account.isBanned === false
    const hashes = knocks.map(({ intent }) => hashOf(intent.password))
    const versions = this.#register.between(uin, knocks[0].knockedAt, now)
    if (mayComeIn && versions.some(({ record }) => record && hashes.includes(record.account.passwordHash))) return
    this.#complain(
      'changes',
      now,
      `somebody was let in as ${uin} ${mayComeIn ? 'without the password' : 'against a ban'}`,
    )
  }

  commandCame(visit: Visit, command: Command): void {
    const { intent } = command
    if (!intent || !isChange(intent)) return
    this.#want(visit.uin, intent)
    this.#asked.set(visit, [...(this.#asked.get(visit) ?? []), command])
  }

  strangerCame(from: Address, _: number, intent: Intent, now: Millis): void {
    if (intent.name === 'register') this.#want(0, intent)
    else if (intent.name === 'signOn' || intent.name === 'checkPassword') {
      const attempts = [...(this.#attempts.get(from) ?? []), { uin: intent.uin, password: intent.password, at: now }]
      this.#attempts.set(from, attempts.slice(-attemptsMax))
    }
  }

  said(visit: Visit, { event, request, sends, firstAt }: Saying): void {
    const name = confirms.get(event.name)
    if (!name || sends > 1) return
    this.#confirmations += 1
    const { uin } = visit
    const isKept = (this.#asked.get(visit) ?? []).some(({ intent, request: asked, firstAt: askedAt }) => {
      if (intent?.name !== name || asked !== request) return false
      return this.#register.between(uin, askedAt, firstAt).some(({ record }) => isDone(intent as Change, record))
    })
    if (!isKept) this.#complain('changes', firstAt, `${uin} was told ${event.name}, and nothing of the kind was kept`)
  }

  saidToStranger(to: Address, event: Event, now: Millis): void {
    if (event.name === 'passwordConfirmed') {
      const isRight = this.#attemptsOf(to, event.uin).some((attempt) => this.#held(attempt, now).some(Boolean))
      if (!isRight) this.#complain('changes', now, `a wrong password for ${event.uin} was confirmed`)
    }
    if (event.name !== 'signOnRefused' || event.because !== 'password') return
    const attempts = this.#attemptsOf(to, event.uin)
    if (attempts.length === 0 || !attempts.every((attempt) => this.#held(attempt, now).every(Boolean))) return
    this.#complain('changes', now, `${event.uin} was refused with the right password`)
  }

  accountChanged(uin: Uin, byOperator: boolean, now: Millis): void {
    const before = this.#before.get(uin)
    const after = this.#register.record(uin)
    this.#before.set(uin, after)
    if (byOperator || !after) return
    const wanted = before ? this.#wanted.get(uin) : this.#wanted.get(0)
    if (wanted?.some((change) => isDone(change, after))) return
    this.#complain('changes', now, `the account of ${uin} was changed, and not because they asked for it`)
  }

  #attemptsOf(address: Address, uin: Uin): Attempt[] {
    return (this.#attempts.get(address) ?? []).filter((attempt) => attempt.uin === uin)
  }

  /** Whether a password was right, in each version of the account since it was tried. */
  #held({ uin, password, at }: Attempt, now: Millis): boolean[] {
    const hash = hashOf(password)
    return this.#register
      .between(uin, at, now)
      .map(({ record }) => record?.account.passwordHash === hash && !record.account.isBanned)
  }

  #want(uin: number, change: Change): void {
    const wanted = this.#wanted.get(uin) ?? []
    wanted.push(change)
    if (wanted.length > wantedMax) wanted.shift()
    this.#wanted.set(uin, wanted)
  }
}

const isChange = (intent: Intent): intent is Change => [...confirms.values()].includes(intent.name as Change['name'])

function isDone(change: Change, record: AccountRecord | undefined): boolean {
  if (!record) return false
  const { account, extInfo } = record
  switch (change.name) {
    case 'updateInfo': {
      const { nick, first, last, email, needsAuthorization = account.info.needsAuthorization } = change
      return isSame({ nick, first, last, email, needsAuthorization }, account.info)
    }
    case 'updateExtInfo':
      return isSame(change.extInfo, extInfo)
    case 'changePassword':
    case 'register':
      return hashOf(change.password) === account.passwordHash
  }
}
