// Datagrams that belong to no link: somebody signs on or registers, or must be told that nobody knows them.
import type { Heard } from '@seekyou/dialect'
import type { Intent } from '@seekyou/language'
import { fingerprintOf } from '@seekyou/link'
import { checkPassword, lookUp, Overloaded } from '@seekyou/service'
import type { Guest, Opening } from './guest.ts'
import type { House } from './house.ts'
import { acknowledgeStranger, answerStranger, creditLetter, type Letter } from './letter.ts'
import type { PendingSignOn } from './reception.ts'
import { receiveRegistration } from './registrations.ts'
import { acknowledge, transmitTo, turn } from './router.ts'
import { beginVisit, keepArrival, openingReply } from './visit.ts'
import { receiveCheck, receiveProfileRequest } from './wizard.ts'

/** Without a link, nothing is answered that cannot be understood. */
export function meetStranger(house: House, letter: Letter): void {
  const { address, dialect, frame } = letter
  const { reception, counters, now } = house
  if (!reception.strangers.take(address, now)) {
    counters.strangersDropped += 1
    return
  }
  const pending = reception.signOnAt(address)
  if (pending && pending.uin === frame.uin && !dialect.opens(frame.code)) {
    if (!reception.letWait(pending, frame.bytes)) counters.overflows += 1
    return
  }
  creditLetter(house, letter)
  if (frame.code === dialect.manners.ackCode) return
  const heard = dialect.hear(frame)
  if (heard === 'unknown') counters.unknownCommands += 1
  else if (!('intent' in heard)) counters.faults += 1
  else receive(house, letter, heard)
}

function receive(house: House, letter: Letter, { intent, request }: Heard): void {
  switch (intent.name) {
    case 'signOn':
      receiveSignOn(house, letter, intent, request)
      return
    case 'checkPassword':
      receiveCheck(house, letter, intent, request)
      return
    case 'register':
      receiveRegistration(house, letter, intent, request)
      return
    case 'openRegistration':
      acknowledgeStranger(house, letter)
      return
    case 'signOff':
      // Said again by somebody whose end was kept in the moment of a crash: whoever is gone has left. Anything else would only bring them back.
      if (!house.guests.at(letter.address)) acknowledgeStranger(house, letter)
      return
    case 'demandAnswer':
      // Real clients say this when they are not connected any more; an answer would only bring them back.
      return
    case 'requestExtInfo':
      if (!receiveProfileRequest(house, letter, intent, request)) sendBack(house, letter, request)
      return
    default:
      sendBack(house, letter, request)
  }
}

function sendBack(house: House, letter: Letter, request: number): void {
  const { reception, counters, guests, now } = house
  counters.notSignedOn += 1
  guests.noteSentBack(letter.frame.uin, now)
  if (reception.sentBack.take(letter.address, now)) answerStranger(house, letter, { name: 'notSignedOn' }, request)
  else counters.answersSpared += 1
}

function receiveSignOn(house: House, letter: Letter, intent: Intent<'signOn'>, request: number): void {
  const { address, frame } = letter
  const { reception, guests, errands, counters, now } = house
  const fingerprint = fingerprintOf(frame.bytes)
  const guest = guests.at(address)
  const opening = guest?.uin === intent.uin ? guest.opening : undefined
  if (guest && opening?.fingerprint === fingerprint && (!opening.hasGoneOn || now < opening.until)) {
    repeatReply(house, letter, guest, opening)
    return
  }
  if (reception.signOnAt(address)?.fingerprint === fingerprint) return
  const check = reception.gate.admit(intent.uin, address, now)
  if (!check) {
    counters.checksIgnored += 1
    return
  }
  const pending = reception.beginSignOn(address, intent.uin, fingerprint)
  check((leave) => {
    if (reception.signOnAt(address) !== pending) {
      leave('unchecked', house.now)
      return
    }
    errands.start(checkPassword(intent), (returned) => {
      if ('unmet' in returned) {
        const isAwaited = reception.endSignOn(address, pending)
        const isSpared = returned.unmet instanceof Overloaded
        leave(isSpared ? 'spared' : 'unchecked', house.now)
        if (isAwaited && !isSpared) refuse(house, letter, intent, request, 'busy')
      } else if (!returned.result) {
        const isAwaited = reception.endSignOn(address, pending)
        leave('wrong', house.now)
        if (isAwaited) refuse(house, letter, intent, request, 'password')
      } else {
        leave('right', house.now)
        admit(house, letter, { intent, request }, pending)
      }
    })
  })
}

/** The account is read once more when the visit is kept: messages may have come meanwhile, or the account been removed. */
function admit(
  house: House,
  letter: Letter,
  heard: { intent: Intent<'signOn'>; request: number },
  pending: PendingSignOn,
): void {
  const { address } = letter
  const { guests, reception, errands, counters, book, now } = house
  const { intent, request } = heard
  const { uin } = intent
  const former = guests.of(uin)
  if (former && former.address !== address && !reception.fights.mayReplace(uin, address, now)) {
    counters.fightsRefused += 1
    if (reception.endSignOn(address, pending)) refuse(house, letter, intent, request, 'busy')
    return
  }
  keepArrival(house, letter, heard, (arrival) => {
    errands.start(lookUp(uin), (returned) => {
      book.endBeginning(uin)
      const isAwaited = reception.endSignOn(address, pending)
      if (isAwaited && 'result' in returned && returned.result !== 'refused') {
        beginVisit(house, arrival, returned.result)
        for (const bytes of pending.waiting) house.happenings.push({ kind: 'datagram', from: address, bytes })
        return
      }
      // What was kept is not true.
      book.write(uin, house.now)
      if (isAwaited) refuse(house, letter, intent, request, 'unmet' in returned ? 'busy' : 'password')
    })
  })
}

/**
 * The same sign-on again. When the client has gone on meanwhile, nobody can tell one that has missed the ACK from one that was
 * started anew a moment later. Both are served: everything stays, and questions under old numbers are answered again.
 */
function repeatReply(house: House, { frame, dialect }: Letter, guest: Guest, { hasGoneOn, sequence }: Opening): void {
  if (hasGoneOn) turn(house, guest, { kind: 'startOver' })
  guest.lastSequence = frame.sequence
  acknowledge(house, { guest, sequence: frame.sequence, code: frame.code })
  const { datagram } = openingReply(guest)
  dialect.framing.renumber(datagram, sequence)
  transmitTo(house, guest, datagram)
}

function refuse(
  house: House,
  letter: Letter,
  { uin }: Intent<'signOn'>,
  request: number,
  because: 'password' | 'busy',
): void {
  const { address } = letter
  acknowledgeStranger(house, letter)
  if (because === 'busy' && !house.reception.refusals.take(address, house.now)) {
    house.counters.answersSpared += 1
    return
  }
  answerStranger(house, letter, { name: 'signOnRefused', uin, because }, request)
  house.out.push({ kind: 'note', note: { what: 'signOnRefused', uin, address, because } })
}
