// What strangers send, and how they are answered: never with more bytes than they have sent.
import type { ServerDialect } from '@seekyou/dialect'
import type { Address, Event } from '@seekyou/language'
import type { Frame } from '@seekyou/wire'
import type { House } from './house.ts'
import { bytesForOne, creditGuest, mayLeave } from './proof.ts'
import { transmit } from './router.ts'

/** A stranger's datagram, and the dialect that it is written in. */
export interface Letter {
  readonly address: Address
  readonly dialect: ServerDialect
  readonly frame: Frame
}

/** Counts what a letter pays for: its own length, or three times that where somebody has known a right password. */
export function creditLetter(house: House, { address, frame }: Letter): void {
  const { guests, reception, now } = house
  const guest = guests.at(address)
  if (guest?.proof) creditGuest(guest, frame.bytes.length)
  else reception.purses.earn(address, frame.bytes.length * (reception.wizard.trusts(address, now) ? bytesForOne : 1))
}

export function acknowledgeStranger(house: House, { address, dialect, frame }: Letter): void {
  post(house, address, dialect.framing.ack(frame.sequence))
}

export function answerStranger(house: House, letter: Letter, event: Event, request: number): void {
  const { address, dialect, frame } = letter
  const datagram = dialect.answerStranger(event, request, frame.sequence)
  if (datagram) post(house, address, datagram)
}

function post(house: House, address: Address, datagram: Uint8Array): void {
  const guest = house.guests.at(address)
  if (guest?.proof) {
    if (mayLeave(house, guest, datagram.length)) transmit(house, address, datagram)
  } else if (house.reception.purses.pay(address, datagram.length)) transmit(house, address, datagram)
  else house.counters.repliesUnpaid += 1
}
