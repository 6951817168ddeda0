// Datagrams that belong to no link: somebody signs on or registers, or must be told that nobody knows them.
import type { Heard, ServerDialect } from '@seekyou/dialect'
import { type Address, type Event, type Intent, ipOf } from '@seekyou/language'
import { fingerprintOf } from '@seekyou/link'
import { Overloaded, register, signOn } from '@seekyou/service'
import type { Frame } from '@seekyou/wire'
import type { Guest, Opening } from './guest.ts'
import type { House } from './house.ts'
import { waitingMax } from './reception.ts'
import { acknowledge, transmit, turn } from './router.ts'
import { beginVisit } from './visit.ts'

/** A stranger's datagram, and the dialect that it is written in. */
interface Letter {
  readonly address: Address
  readonly dialect: ServerDialect
  readonly frame: Frame
}

/** Without a link, nothing is answered that cannot be understood. */
export function meetStranger(house: House, letter: Letter): void {
  const { address, dialect, frame } = letter
  const pending = house.reception.signOnAt(address)
  if (pending && pending.uin === frame.uin && !dialect.opens(frame.code)) {
    if (pending.waiting.length < waitingMax) pending.waiting.push(frame.bytes)
    else house.counters.overflows += 1
    return
  }
  if (frame.code === dialect.manners.ackCode) return
  const heard = dialect.hear(frame)
  if (heard === 'unknown') house.counters.unknownCommands += 1
  else if (!('intent' in heard)) house.counters.faults += 1
  else receive(house, letter, heard)
}

function receive(house: House, letter: Letter, { intent, request }: Heard): void {
  switch (intent.name) {
    case 'signOn':
      receiveSignOn(house, letter, intent, request)
      return
    case 'register':
      receiveRegistration(house, letter, intent, request)
      return
    case 'openRegistration':
      acknowledgeStranger(house, letter)
      return
    case 'signOff':
    case 'demandAnswer':
      // Real clients say this when they are not connected any more; an answer would only bring them back.
      return
    default:
      house.counters.notSignedOn += 1
      house.guests.noteSentBack(letter.frame.uin, house.now)
      answer(house, letter, { name: 'notSignedOn' }, request)
  }
}

function receiveSignOn(house: House, letter: Letter, intent: Intent<'signOn'>, request: number): void {
  const { address, dialect, frame } = letter
  const { reception, guests, errands, now } = house
  const fingerprint = fingerprintOf(frame.bytes)
  const guest = guests.at(address)
  const opening = guest?.uin === intent.uin ? guest.opening : undefined
  if (guest && opening?.fingerprint === fingerprint && (!opening.hasGoneOn || now < opening.until)) {
    repeatReply(house, letter, guest, opening)
    return
  }
  if (reception.signOnAt(address)?.fingerprint === fingerprint) return
  const pending = reception.beginSignOn(address, intent.uin, fingerprint)
  if (!pending) {
    house.counters.overflows += 1
    return
  }
  errands.start(signOn(intent), (returned) => {
    if (!reception.endSignOn(address, pending)) return
    if ('unmet' in returned && returned.unmet instanceof Overloaded) house.counters.overflows += 1
    else if ('unmet' in returned) {
      house.out.push({ kind: 'note', note: { what: 'storeFailed', cause: returned.unmet } })
      refuseSignOn(house, letter, intent, request, 'busy')
    } else if (returned.result === 'refused') refuseSignOn(house, letter, intent, request, 'password')
    else {
      beginVisit(house, address, dialect, frame, { intent, request }, returned.result)
      for (const bytes of pending.waiting) house.happenings.push({ kind: 'datagram', from: address, bytes })
    }
  })
}

/**
 * The same sign-on again. When the client has gone on meanwhile, nobody can tell one that has missed the ACK from one that was
 * started anew a moment later. Both are served: everything stays, and questions under old numbers are answered again.
 */
function repeatReply(house: House, { frame }: Letter, guest: Guest, { hasGoneOn, reply }: Opening): void {
  if (hasGoneOn) turn(house, guest, { kind: 'startOver' })
  acknowledge(house, { guest, sequence: frame.sequence, code: frame.code })
  transmit(house, guest, reply)
}

function refuseSignOn(
  house: House,
  letter: Letter,
  { uin }: Intent<'signOn'>,
  request: number,
  because: 'password' | 'busy',
): void {
  const { address } = letter
  acknowledgeStranger(house, letter)
  if (because === 'busy' && !house.reception.mayRefuse(address, house.now)) return
  answer(house, letter, { name: 'signOnRefused', uin, because }, request)
  house.out.push({ kind: 'note', note: { what: 'signOnRefused', uin, address, because } })
}

function receiveRegistration(house: House, letter: Letter, intent: Intent<'register'>, request: number): void {
  const { address, frame } = letter
  const { reception, options, now, errands } = house
  const fingerprint = fingerprintOf(frame.bytes)
  const known = reception.registrationAt(address, fingerprint, now)
  if (known) {
    // COMPAT Licq: asks four times by design. The same request must not make a second account.
    if (known.uin !== undefined) answerRegistration(house, letter, known.uin, request)
    return
  }
  const registration = reception.beginRegistration(address, fingerprint, now)
  const finish = (uin: NonNullable<typeof registration.uin>): void => {
    registration.uin = uin
    house.out.push({
      kind: 'note',
      note: uin === 'refused' ? { what: 'registrationRefused', address } : { what: 'registered', uin, address },
    })
    answerRegistration(house, letter, uin, request)
  }
  if (!reception.budget.take(address, now)) {
    finish('refused')
    return
  }
  const applicant = { isNear: options.isNear(ipOf(address)) }
  errands.start(register(intent, applicant, options.registration), (returned) =>
    finish('result' in returned ? returned.result : 'refused'),
  )
}

function answerRegistration(
  house: House,
  letter: Letter,
  uin: NonNullable<ReturnType<House['reception']['registrationAt']>>['uin'] & {},
  request: number,
): void {
  acknowledgeStranger(house, letter)
  if (uin !== 'refused') answer(house, letter, { name: 'registered', uin }, request)
  else if (house.reception.mayRefuse(letter.address, house.now)) {
    answer(house, letter, { name: 'registrationRefused' }, request)
  }
}

function acknowledgeStranger(house: House, { address, dialect, frame }: Letter): void {
  transmit(house, { address }, dialect.framing.ack(frame.sequence))
}

function answer(house: House, { address, dialect, frame }: Letter, event: Event, request: number): void {
  const datagram = dialect.answerStranger(event, request, frame.sequence)
  if (datagram) transmit(house, { address }, datagram)
}
