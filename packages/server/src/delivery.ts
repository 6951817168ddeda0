// The road of a message: to its recipient if they are here, into the keeper's care in any case, and out of it when it is safe.
import { messageKind, plainKind, systemUin, type Text, type Uin } from '@seekyou/language'
import {
  type Answer,
  ask,
  type Need,
  type NewMessage,
  type Refusal,
  refusedNotice,
  type Waiting,
} from '@seekyou/service'
import type { Guest, SafeClaim } from './guest.ts'
import { deliverTo } from './hold.ts'
import type { House } from './house.ts'
import { linksToKeep } from './keep-visit.ts'
import { acknowledge, say } from './router.ts'
import { noteRecovery } from './store-trouble.ts'

/** Delivers or keeps messages; their command is acknowledged when all are safe. */
export function acceptMessages(
  house: House,
  messages: readonly NewMessage[],
  { guest, sequence, code }: { guest: Guest; sequence: number; code: number },
): void {
  if (messages.length === 0) {
    acknowledge(house, { guest, sequence, code })
    return
  }
  const [{ to }] = messages as readonly [NewMessage]
  if (!house.keeper.hasRoom(house.guests.of(to) !== undefined)) {
    house.counters.overflows += 1
    acknowledge(house, { guest, sequence, code })
    dropMessage(house, guest, to, 'overload')
    return
  }
  const claim: SafeClaim = { pending: messages.length, guest, sequence, code }
  for (const message of messages) accept(house, message, claim)
  if (guest.pace.messagesWaiting === 0) guest.pace.isToldOfLoss = false
}

/** A message that is neither delivered nor kept. Its sender is told once, until one has gone its way without waiting. */
export function dropMessage(house: House, guest: Guest, to: Uin, because: 'overload' | 'tooFast'): void {
  house.counters.messagesDropped += 1
  if (guest.pace.isToldOfLoss) return
  guest.pace.isToldOfLoss = true
  say(house, guest, refusedNotice({ to }, because))
}

/** Delivers or keeps messages of the server itself, for whose safety nobody waits. */
export function announce(
  house: House,
  { to, messageKind, text }: { to: readonly Uin[] | 'everybodyHere'; messageKind: number; text: Text },
): void {
  const at = house.options.wall(house.now)
  const everybody = to === 'everybodyHere' ? Array.from(house.guests.all(), ({ uin }) => uin) : to
  for (const uin of everybody) accept(house, { to: uin, from: systemUin, kind: messageKind, text, at }, undefined)
}

function accept(house: House, message: NewMessage, claim: SafeClaim | undefined): void {
  house.counters.messagesAccepted += 1
  const recipient = house.guests.of(message.to)
  const isUnderWay = recipient !== undefined && !recipient.storedFrom.has(message.from)
  const entry = house.keeper.accept(message, claim, house.now, isUnderWay)
  if (recipient) deliverTo(house, recipient, entry)
}

/**
 * Commits what only the disk can make safe, and what has been under way for too long. `urgent`: everything that is under way,
 * because the store is about to be read; `all`: what has time as well, because the node is to stop.
 */
export function commitGroup(house: House, haste: 'due' | 'urgent' | 'all' = 'due'): void {
  const { keeper, book, guests, now } = house
  const isAll = haste === 'all'
  const need = keeper.close(now, haste !== 'due', book.isDue(now, isAll, guests.size > 0))
  if (!need) return
  // What has not been acknowledged in time is on its way under a number that must not be forgotten either.
  for (const { to } of need.keep) if (guests.of(to)) book.writeNumbers(to, now)
  house.counters.commits += 1
  house.errands.start(commit({ ...need, ...linksToKeep(house, book.close(now, isAll)) }), (returned) => {
    if ('result' in returned) {
      settleCommit(house, need, returned.result)
      book.committed()
    } else {
      settleFailure(house)
      book.failed(house.now)
    }
  })
}

function* commit(need: Need<'commit'>): Waiting<Answer<'commit'>> {
  return yield* ask(need)
}

function settleCommit(house: House, { keep }: Need<'commit'>, { refused: refusals }: Answer<'commit'>): void {
  house.counters.messagesStored += keep.length - refusals.length
  if (house.keeper.isFailing) noteRecovery(house)
  const { safe, refused } = house.keeper.committed(refusals, house.now)
  for (const claim of safe) acknowledge(house, claim)
  for (const { entry, because } of refused) {
    countRefusal(house, because)
    const sender = house.guests.of(entry.message.from)
    if (sender && isWritten(entry.message)) say(house, sender, refusedNotice(entry.message, because))
  }
}

function countRefusal({ counters }: House, because: Refusal['because']): void {
  counters.messagesRefused += 1
  if (because === 'full') counters.refusedFull += 1
  if (because === 'fullOfSender') counters.refusedFullOfSender += 1
}

function settleFailure(house: House): void {
  for (const { message } of house.keeper.failed(house.now)) {
    const sender = house.guests.of(message.from)
    if (sender && isWritten(message)) say(house, sender, refusedNotice(message, 'slow'))
  }
}

/** Clients and server say "you were added" by themselves, so that no user misses it. */
const isWritten = ({ kind }: NewMessage): boolean => plainKind(kind) !== messageKind.youWereAdded
