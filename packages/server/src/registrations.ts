// Strangers who want a number.
import { type Intent, ipOf, messageKind, type Uin } from '@seekyou/language'
import { fingerprintOf } from '@seekyou/link'
import { mayApply, register } from '@seekyou/service'
import { announce } from './delivery.ts'
import type { House } from './house.ts'
import { acknowledgeStranger, answerStranger, type Letter } from './letter.ts'

export function receiveRegistration(house: House, letter: Letter, intent: Intent<'register'>, request: number): void {
  const { address, frame } = letter
  const { reception, options, now, errands, counters } = house
  const fingerprint = fingerprintOf(frame.bytes)
  const known = reception.registrationAt(address, fingerprint, now)
  if (known) {
    // COMPAT Licq: asks four times by design. The same request must not make a second account.
    if (known.uin !== undefined) answerRegistration(house, letter, known.uin, request)
    return
  }
  const registration = reception.beginRegistration(address, fingerprint, now)
  const finish = (uin: Uin | 'refused'): void => {
    registration.uin = uin
    const { welcome } = options
    if (uin !== 'refused' && welcome) announce(house, { to: [uin], messageKind: messageKind.text, text: welcome })
    house.out.push({
      kind: 'note',
      note: uin === 'refused' ? { what: 'registrationRefused', address } : { what: 'registered', uin, address },
    })
    answerRegistration(house, letter, uin, request)
  }
  const applicant = { isNear: options.isNear(ipOf(address)) }
  // Whoever can never get a number must not use up what others may need.
  if (!mayApply(intent, applicant, house.registration)) {
    finish('refused')
    return
  }
  if (!reception.budget.take(address, now)) {
    counters.registrationsRefused += 1
    finish('refused')
    return
  }
  errands.start(register(intent, applicant, house.registration), (returned) =>
    finish('result' in returned ? returned.result : 'refused'),
  )
}

function answerRegistration(house: House, letter: Letter, uin: Uin | 'refused', request: number): void {
  acknowledgeStranger(house, letter)
  if (uin !== 'refused') answerStranger(house, letter, { name: 'registered', uin }, request)
  else if (house.reception.refusals.take(letter.address, house.now)) {
    answerStranger(house, letter, { name: 'registrationRefused' }, request)
  } else house.counters.answersSpared += 1
}
