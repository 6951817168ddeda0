// Brings events to people: through the dialect into datagrams, through the link to the address.
import type { Spoken } from '@seekyou/dialect'
import type { Address, Event } from '@seekyou/language'
import type { LinkInput } from '@seekyou/link'
import type { Told } from '@seekyou/service'
import type { Guest, Receipt } from './guest.ts'
import type { House } from './house.ts'
import { watchNumbers } from './numbers.ts'
import { mayLeave, mayWait, settleOpening } from './proof.ts'

/** So many numbers more may be spent while something is on its way to a client that must sign on anew. */
const startAgainSlack = 12

/** Tells everyone what they are to hear. People who are not here are not told. */
export function tell(house: House, told: readonly Told[]): void {
  for (const { to, event } of told) {
    const guest = house.guests.of(to)
    if (guest) say(house, guest, event)
  }
}

/** Says something to a guest: `request` marks an answer, `receipt` comes back when the client has it or never will. */
export function say(house: House, guest: Guest, event: Event, request = 0, receipt = receiptOf(event)): void {
  for (const spoken of guest.dialect.speak(event, request, guest.listener)) send(house, guest, spoken, receipt)
}

export function send(house: House, guest: Guest, spoken: Spoken, receipt?: Receipt): void {
  const { datagram, patience, lane, supersedes, alone } = spoken
  if (patience !== 'once' && !mayWait(house, guest)) {
    if (receipt) house.happenings.push({ kind: 'settled', guest, receipt, hasArrived: false })
    return
  }
  turn(house, guest, { kind: 'send', parcel: { datagram, patience, lane, supersedes, alone, receipt } })
}

/** Acknowledges a command, unless whoever gave it has left. */
export function acknowledge(
  house: House,
  { guest, sequence, code }: { guest: Guest; sequence: number; code: number },
): void {
  if (guest.isGone) return
  turn(house, guest, { kind: 'acknowledge', sequence, code })
  if (guest.dialect.keepsAlive(code)) return
  guest.hasAnswered = true
  house.book.note(guest.uin, house.now)
}

/** Hands something to a guest's link, and puts down what follows from it. */
export function turn(house: House, guest: Guest, input: LinkInput): void {
  const { nextSequence } = guest.link
  for (const outcome of guest.link.handle(input, house.now)) {
    switch (outcome.kind) {
      case 'transmit':
        transmitTo(house, guest, outcome.datagram)
        break
      case 'deliver':
        house.happenings.push({ kind: 'command', guest, frame: outcome.frame })
        break
      case 'acknowledged':
      case 'lost': {
        const hasArrived = outcome.kind === 'acknowledged'
        const receipt = outcome.receipt as Receipt
        // At once: what the link sends next may go only to an address that has proven itself.
        if (receipt.kind === 'opening') settleOpening(house, guest, hasArrived)
        else house.happenings.push({ kind: 'settled', guest, receipt, hasArrived })
        break
      }
      case 'stalled':
        house.counters.linksStalled += 1
        break
      case 'ended':
        house.happenings.push({ kind: 'ended', guest, because: outcome.because })
        break
    }
  }
  if (guest.isGone) return
  if (guest.link.nextSequence !== nextSequence) house.book.note(guest.uin, house.now)
  watchNumbers(house, guest)
  const { sequenceMax } = guest.listener
  if (sequenceMax !== undefined && mustStartAgain(guest.link, sequenceMax)) {
    house.happenings.push({ kind: 'startAgain', guest })
  }
  house.guests.schedule(guest)
}

/** What is on its way may be acknowledged first, because otherwise it would be shown twice. */
function mustStartAgain({ nextSequence, isIdle }: Guest['link'], sequenceMax: number): boolean {
  return nextSequence >= (isIdle ? sequenceMax : sequenceMax + startAgainSlack)
}

/** Sends a datagram to a guest, if the address has proven itself or has paid for it. */
export function transmitTo(house: House, guest: Guest, datagram: Uint8Array): void {
  if (mayLeave(house, guest, datagram.length)) transmit(house, guest.address, datagram)
}

export function transmit(house: House, address: Address, datagram: Uint8Array): void {
  house.counters.datagramsOut += 1
  house.out.push({ kind: 'transmit', to: address, datagram })
}

/** News about contacts is held to be doubtful when it is lost, and said again on a keep-alive. */
function receiptOf(event: Event): Receipt | undefined {
  switch (event.name) {
    case 'contactOnline':
    case 'contactStatusChanged':
    case 'contactOffline':
      return { kind: 'presence', contact: event.uin }
    default:
      return undefined
  }
}
