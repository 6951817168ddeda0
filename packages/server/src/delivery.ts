// The road of a message: to its recipient if they are here, into the keeper's care in any case, and out of it when it is safe.

import { type Answer, ask, type Need, type NewMessage, refusedNotice, type Waiting } from '@seekyou/service'
import type { Guest, SafeClaim } from './guest.ts'
import { deliverTo } from './hold.ts'
import type { House } from './house.ts'
import { acknowledge, say } from './router.ts'

/** Delivers or keeps messages; their command is acknowledged when all are safe. */
export function acceptMessages(
  house: House,
  messages: readonly NewMessage[],
  { guest, sequence, code }: { guest: Guest; sequence: number; code: number },
): void {
  if (house.keeper.isFull) {
    // An ACK is never withheld to slow a client down: most of them would never send the message again.
    house.counters.overflows += 1
    acknowledge(house, { guest, sequence, code })
    say(house, guest, refusedNotice(messages[0]!, 'overload'))
    return
  }
  const claim: SafeClaim = { pending: messages.length, guest, sequence, code }
  for (const message of messages) {
    house.counters.messagesAccepted += 1
    const recipient = house.guests.of(message.to)
    const isUnderWay = recipient !== undefined && !recipient.storedFrom.has(message.from)
    const entry = house.keeper.accept(message, claim, house.now, isUnderWay)
    if (recipient) deliverTo(house, recipient, entry)
  }
}

/**
 * Commits what only the disk can make safe, and what has been under way for too long. `urgent`: everything, because the store
 * is about to be read, or the node to stop.
 */
export function commitGroup(house: House, urgent = false): void {
  const need = house.keeper.close(house.now, urgent)
  if (!need) return
  house.counters.commits += 1
  house.errands.start(commit(need), (returned) => {
    if ('result' in returned) settleCommit(house, need, returned.result)
    else settleFailure(house, returned.unmet)
  })
}

function* commit(need: Need<'commit'>): Waiting<Answer<'commit'>> {
  return yield* ask(need)
}

function settleCommit(house: House, { keep }: Need<'commit'>, { refused: refusals }: Answer<'commit'>): void {
  house.counters.messagesStored += keep.length - refusals.length
  const { safe, refused } = house.keeper.committed(refusals, house.now)
  for (const claim of safe) acknowledge(house, claim)
  for (const { entry, because } of refused) {
    house.counters.messagesRefused += 1
    const sender = house.guests.of(entry.message.from)
    if (sender) say(house, sender, refusedNotice(entry.message, because))
  }
}

function settleFailure(house: House, cause: unknown): void {
  house.counters.storeFailures += 1
  if (!house.keeper.isFailing) house.out.push({ kind: 'note', note: { what: 'storeFailed', cause } })
  for (const { message } of house.keeper.failed(house.now)) {
    const sender = house.guests.of(message.from)
    if (sender) say(house, sender, refusedNotice(message, 'slow'))
  }
}
