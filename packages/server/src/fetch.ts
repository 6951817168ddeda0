// Stored messages on their way to the client that asked for them: oldest first, each forgotten when the client acknowledges
// it, the end told when all are acknowledged or twenty seconds have passed. Newer messages of the same senders wait until the
// last one is acknowledged.
import { ask, excluding, including, type Message, type Waiting } from '@seekyou/service'
import { commitGroup } from './delivery.ts'
import type { Fetch, Guest, Receipt, SafeClaim } from './guest.ts'
import { releaseHeld } from './hold.ts'
import type { House } from './house.ts'
import type { Kept } from './kept.ts'
import { say } from './router.ts'
import { type KeptPacket, parcelOf } from './visit-text.ts'

const endAfterMs = 20_000
/** For how long after the end nothing stored has to be acknowledged before it holds others up no more, in milliseconds. */
const holdAfterEndMs = 300_000
/** How long to wait before the store is read again after it failed. */
const retryMs = 1_000
/** How many are read at a time. */
const readMax = 1_000
/** How far a message may be ahead of the oldest that is not acknowledged (promises: G3). */
const windowMax = 8

/**
 * Reads and sends what is stored. Requests that come while the store is being read are answered together. What nobody has asked
 * for (`isAsked`) is sent like what has just been written.
 */
export function startFetch(house: House, guest: Guest, isAsked = true): void {
  for (const fetch of guest.fetches) if (!fetch.isRead && fetch.isAsked === isAsked) return
  const endsAt = house.now + endAfterMs
  const fetch: Fetch = { waiting: [], window: [], endsAt, readAt: undefined, isAsked, isRead: false, isTold: false }
  if (guest.fetches.size === 0) guest.holdUntil = undefined
  guest.mayHaveAsked = false
  guest.fetches = including(guest.fetches, fetch)
  readStore(house, guest, fetch)
  if (isAsked) house.book.writeNumbers(guest.uin, house.now)
}

/** A stored message has arrived, or found no room on the link. */
export function settleStored(house: House, guest: Guest, fetch: Fetch, entry: Kept<SafeClaim>): void {
  const place = fetch.window.find((place) => place.entry === entry)
  if (place) place.isSettled = true
  // Whoever acknowledges one after another over a bad road is slow, and not deaf.
  if (fetch.isTold && guest.holdUntil !== undefined) guest.holdUntil = house.now + holdAfterEndMs
  while (fetch.window[0]?.isSettled) fetch.window.shift()
  advanceFetch(house, guest, fetch)
}

/** Goes on with a fetch: reads again if the store failed, sends what fits, tells the end when it is time. */
export function advanceFetch(house: House, guest: Guest, fetch: Fetch): void {
  if (guest.isGone || !guest.fetches.has(fetch)) return
  if (fetch.readAt !== undefined && fetch.readAt <= house.now) readStore(house, guest, fetch)
  if (!fetch.isRead) return
  sendWaiting(house, guest, fetch)
  const isDone = fetch.window.length === 0 && fetch.waiting.length === 0
  if (!fetch.isTold && (isDone || house.now >= fetch.endsAt)) {
    fetch.isTold = true
    if (fetch.isAsked) {
      guest.hasFetched = true
      say(house, guest, { name: 'storedMessagesEnded', uin: guest.uin })
    }
  }
  if (fetch.isTold && !isDone) guest.holdUntil ??= house.now + holdAfterEndMs
  if (!isDone) return
  guest.fetches = excluding(guest.fetches, fetch)
  if (guest.fetches.size === 0) releaseHeld(house, guest)
  for (const next of [...guest.fetches]) advanceFetch(house, guest, next)
}

/** Whoever does not acknowledge what was stored, or does not ask for it, gets everything else in the end. */
export function endHold(house: House, guest: Guest): void {
  if (guest.mayHaveAsked && guest.fetches.size === 0) {
    startFetch(house, guest, false)
    return
  }
  releaseHeld(house, guest)
  for (const fetch of [...guest.fetches]) {
    if (!fetch.isTold) continue
    fetch.window.length = 0
    advanceFetch(house, guest, fetch)
  }
}

/** Whatever is still in the keeper's hands goes to the store first, and the store answers in order. */
function readStore(house: House, guest: Guest, fetch: Fetch): void {
  fetch.readAt = undefined
  commitGroup(house, 'urgent')
  house.errands.start(read(guest), (returned) => {
    if (guest.isGone) return
    if ('result' in returned) {
      fetch.isRead = true
      take(house, guest, fetch, returned.result)
    } else fetch.readAt = house.now + retryMs
    advanceFetch(house, guest, fetch)
    house.guests.schedule(guest)
  })
}

function* read({ uin }: Guest): Waiting<readonly Message[]> {
  return yield* ask({ name: 'waitingMessages', uin, most: readMax })
}

/** Takes up what was read and is not under way already. */
function take(house: House, guest: Guest, fetch: Fetch, messages: readonly Message[]): void {
  const underWay = new Set<number>()
  for (const receipt of guest.link.receipts() as Iterable<Receipt>) {
    if (receipt.kind === 'message') underWay.add(receipt.message.id)
    else if (receipt.kind === 'stored') underWay.add(receipt.entry.message.id)
  }
  for (const { waiting, window } of guest.fetches) {
    for (const { message } of waiting) underWay.add(message.id)
    for (const { entry } of window) underWay.add(entry.message.id)
  }
  const news = messages.filter(({ id }) => !underWay.has(id) && !house.keeper.isGone(id))
  const { former } = guest
  guest.former = undefined
  for (const message of news) {
    const entry = house.keeper.recall(message, house.now)
    const packet = former?.get(message.id)
    if (packet) goOnWith(house, guest, packet, { kind: 'stored', entry, fetch })
    else fetch.waiting.push(entry)
  }
  for (const { id } of news) underWay.add(id)
  // What was accepted before this visit and not stored when the store was read waits for the end as well.
  const unread = new Set([...guest.held, ...house.keeper.waitingFor(guest.uin)])
  const held = [...unread].filter(({ message: { id } }) => !underWay.has(id))
  held.sort((a, b) => a.message.id - b.message.id)
  guest.held.splice(0, guest.held.length, ...held)
}

/** The client may have the message already, under the number that it had before. */
function goOnWith(house: House, { link }: Guest, packet: KeptPacket, receipt: Receipt & { kind: 'stored' }): void {
  receipt.fetch.window.push({ entry: receipt.entry, isTakenUp: true, isSettled: false })
  const underWay = [{ sequence: packet.sequence, parcel: { ...parcelOf(packet), receipt } }]
  link.takeUp({ answered: [], underWay, waiting: [] }, house.now)
}

/** A later request waits for the earlier ones: two rows side by side would let younger messages overtake older ones. */
function sendWaiting(house: House, guest: Guest, fetch: Fetch): void {
  const [first] = guest.fetches
  if (fetch !== first) return
  // Younger ones would be shown first.
  if (fetch.window.some(({ isTakenUp, isSettled }) => isTakenUp && !isSettled)) return
  while (fetch.window.length < windowMax) {
    const entry = fetch.waiting.shift()
    if (!entry) return
    fetch.window.push({ entry, isTakenUp: false, isSettled: false })
    const { from, kind, text, at } = entry.message
    const receipt = { kind: 'stored', entry, fetch } as const
    if (fetch.isAsked) say(house, guest, { name: 'storedMessageArrived', from, kind, text, at }, 0, receipt)
    else say(house, guest, { name: 'messageArrived', from, kind, text }, 0, receipt)
  }
}
