// What a guest says, and what follows from it.

import type { Intent } from '@seekyou/language'
import { carryOut } from '@seekyou/service'
import type { Frame } from '@seekyou/wire'
import { acceptMessages } from './delivery.ts'
import { takeEffect } from './effects.ts'
import { startFetch } from './fetch.ts'
import type { Guest } from './guest.ts'
import type { House } from './house.ts'
import { changesKept, isKept } from './kept-change.ts'
import { watchNumber } from './number-watch.ts'
import { type Command, kindOf, type PacedKind } from './pace.ts'
import { acknowledge, turn } from './router.ts'
import { turnAway } from './turn-away.ts'
import { endVisit } from './visit.ts'

/**
 * Whether a guest says more in a second than is allowed. Then it is as if the network had lost it, and most clients say it
 * again. What is no news (acknowledgements, keep-alives, repetitions) is never too fast.
 */
export function isTooFast(house: House, guest: Guest, frame: Frame): boolean {
  if (guest.pace.packets.has(1, house.now)) return false
  if (guest.dialect.keepsAlive(frame.code) || guest.link.knows(frame) || !isLimited(house, guest)) return false
  house.counters.packetsDropped += 1
  return true
}

/** A command that this link has not seen before. It gets exactly one ACK, whether it can be understood or not. */
export function obeyFrame(house: House, guest: Guest, frame: Frame): void {
  guest.opening.hasGoneOn = true
  guest.isUnheard = false
  if (!guest.dialect.keepsAlive(frame.code)) guest.pace.packets.spend(1, house.now)
  const heard = guest.dialect.hear(frame)
  if (heard === 'unknown' || !('intent' in heard)) {
    if (heard === 'unknown') house.counters.unknownCommands += 1
    else house.counters.faults += 1
    acknowledge(house, { guest, sequence: frame.sequence, code: frame.code })
    return
  }
  if (watchNumber(house, guest, frame.sequence, heard.intent.name))
    obey(house, guest, heard.intent, frame, heard.request)
  else acknowledge(house, { guest, sequence: frame.sequence, code: frame.code })
}

/** Carries out what has waited long enough for its turn. */
export function goOn(house: House, guest: Guest): void {
  for (let next = guest.pace.takeDue(house.now); next; next = guest.pace.takeDue(house.now)) {
    perform(house, guest, next)
  }
}

/** The ACK always goes before the answer: Licq matches an answer only to a request that has been acknowledged. */
function obey(house: House, guest: Guest, intent: Intent, { sequence, code }: Frame, request: number): void {
  const command = { guest, sequence, code }
  switch (intent.name) {
    case 'signOff':
      house.book.writeChange(guest.uin, intent, house.now, () => {
        acknowledge(house, command)
        endVisit(house, guest, 'signedOff')
      })
      return
    case 'demandAnswer':
      acknowledge(house, command)
      turn(house, guest, { kind: 'resend' })
      return
    case 'fetchStoredMessages':
      acknowledge(house, command)
      startFetch(house, guest)
      return
    case 'signOn':
    case 'checkPassword':
    case 'register':
    case 'openRegistration':
      throw new Error(`${intent.name} belongs to strangers, not to a link`)
    default: {
      const kind = kindOf(intent)
      const paced = { intent, request, sequence, code, isAcknowledged: false }
      if (kind) takeTurn(house, guest, kind, paced)
      else perform(house, guest, paced)
    }
  }
}

/**
 * Carries out a command at once, in its turn, or not at all. An ACK is never withheld to slow a client down: most of them would
 * never send it again. Only messages wait without one, because it would say that they are safe.
 */
function takeTurn(house: House, guest: Guest, kind: PacedKind, command: Command): void {
  const { pace } = guest
  const turn = pace.admit(kind, command, house.now)
  if (turn === 'go') perform(house, guest, command)
  else if (!isLimited(house, guest)) {
    for (let next = pace.takeDue(house.now, true); next; next = pace.takeDue(house.now, true))
      perform(house, guest, next)
    if (turn === 'full') perform(house, guest, command)
  } else if (turn === 'full') turnAway(house, guest, command)
  else if (kind === 'messages') {
    house.counters.messagesDelayed += 1
    // Nothing is said to this guest that would put the wake-up on the agenda.
    house.guests.schedule(guest)
  } else {
    house.counters.requestsDelayed += 1
    acknowledge(house, { guest, ...command })
    command.isAcknowledged = true
  }
}

/** Whatever must outlive a restart is kept first; then it is acknowledged and has its effects. */
function perform(house: House, guest: Guest, command: Command): void {
  const { presence, book, now } = house
  const { uin } = guest
  const { intent } = command
  if (isKept(intent) && (book.hasChanges(uin) || changesKept(presence, uin, intent))) {
    book.writeChange(uin, intent, now, () => {
      if (!guest.isGone) carry(house, guest, command)
    })
  } else carry(house, guest, command)
}

function carry(house: House, guest: Guest, { intent, request, sequence, code, isAcknowledged }: Command): void {
  const { presence, now, options } = house
  const context = { user: guest.uin, now, wall: options.wall(now), presence }
  const effects = carryOut(intent, context)
  if (effects.messages) acceptMessages(house, effects.messages, { guest, sequence, code })
  else if (!isAcknowledged) acknowledge(house, { guest, sequence, code })
  takeEffect(house, guest, effects, request)
}

/** The operator may have lifted the limits for this user. */
const isLimited = ({ presence }: House, { uin }: Guest): boolean => presence.get(uin)?.settings.isLimited !== false
