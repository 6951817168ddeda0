// The wizard of an original client on a new machine: it asks whether number and password are right, then for the user's long
// profile, and only then signs on (docs/protocol/registration.md).
import type { Address, ExtInfo, Intent, Millis, Uin } from '@seekyou/language'
import { fingerprintOf } from '@seekyou/link'
import { ask, checkPassword, Overloaded, type Waiting } from '@seekyou/service'
import type { House } from './house.ts'
import { acknowledgeStranger, answerStranger, type Letter } from './letter.ts'
import { bytesForOne } from './proof.ts'

/** A password that was checked, or is being checked. */
interface Checked {
  readonly uin: Uin
  readonly fingerprint: number
  readonly until: Millis
  verdict: 'right' | 'wrong' | undefined
  /** The profile is being read. */
  isReading: boolean
}

const rememberMs = 600_000
export const wizardMax = 10_000

/** Whose password was checked from which address in the last ten minutes. */
export class Wizard {
  readonly #checked = new Map<Address, Checked>()

  get size(): number {
    return this.#checked.size
  }

  at(address: Address, now: Millis): Checked | undefined {
    const checked = this.#checked.get(address)
    return checked && checked.until > now ? checked : undefined
  }

  /** Whether somebody at this address has known a right password. */
  trusts(address: Address, now: Millis): boolean {
    return this.at(address, now)?.verdict === 'right'
  }

  keep(address: Address, checked: Checked): void {
    this.#checked.delete(address)
    this.#checked.set(address, checked)
    if (this.#checked.size > wizardMax) this.#checked.delete(this.#checked.keys().next().value!)
  }

  forget(address: Address, checked: Checked): void {
    if (this.#checked.get(address) === checked) this.#checked.delete(address)
  }
}

/** Somebody asks whether a password is right. The same question again gets the same answer, without another check. */
export function receiveCheck(house: House, letter: Letter, intent: Intent<'checkPassword'>, request: number): void {
  const { address, frame } = letter
  const { reception, errands, counters, now } = house
  const { wizard, gate } = reception
  const fingerprint = fingerprintOf(frame.bytes)
  const before = wizard.at(address, now)
  if (before?.fingerprint === fingerprint) {
    if (before.verdict) answerCheck(house, letter, before, request)
    return
  }
  const { uin } = intent
  const check = gate.admit(uin, address, now)
  if (!check) {
    counters.checksIgnored += 1
    return
  }
  const checked: Checked = { uin, fingerprint, until: now + rememberMs, verdict: undefined, isReading: false }
  wizard.keep(address, checked)
  check((leave) => {
    errands.start(checkPassword(intent), (returned) => {
      if ('unmet' in returned) {
        wizard.forget(address, checked)
        leave(returned.unmet instanceof Overloaded ? 'spared' : 'unchecked', house.now)
        return
      }
      checked.verdict = returned.result ? 'right' : 'wrong'
      if (returned.result) reception.purses.earn(address, frame.bytes.length * (bytesForOne - 1))
      leave(checked.verdict, house.now)
      answerCheck(house, letter, checked, request)
    })
  })
}

/** The long profile of whoever has just proven to know its password; false for anybody else's. */
export function receiveProfileRequest(
  house: House,
  letter: Letter,
  { uin }: Intent<'requestExtInfo'>,
  request: number,
): boolean {
  const checked = house.reception.wizard.at(letter.address, house.now)
  if (checked?.verdict !== 'right' || checked.uin !== uin) return false
  if (checked.isReading) return true
  checked.isReading = true
  house.errands.start(readProfile(uin), (returned) => {
    checked.isReading = false
    if ('result' in returned && returned.result) {
      acknowledgeStranger(house, letter)
      answerStranger(house, letter, { name: 'extInfoFound', uin, extInfo: shortened(returned.result) }, request)
    }
  })
  return true
}

function answerCheck(house: House, letter: Letter, { uin, verdict }: Checked, request: number): void {
  acknowledgeStranger(house, letter)
  if (verdict === 'right') answerStranger(house, letter, { name: 'passwordConfirmed', uin }, request)
  else answerStranger(house, letter, { name: 'signOnRefused', uin, because: 'password' }, request)
}

function* readProfile(uin: Uin): Waiting<ExtInfo | undefined> {
  return (yield* ask({ name: 'findProfile', uin }))?.extInfo
}

const noText = new Uint8Array(0)

/** Without its long texts, so that the answer is not much longer than the question. */
const shortened = (extInfo: ExtInfo): ExtInfo => ({
  ...extInfo,
  city: noText,
  phone: noText,
  homepage: noText,
  about: noText,
})
