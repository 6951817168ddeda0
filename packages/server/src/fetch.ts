// Stored messages on their way to the client that asked for them: oldest first, each forgotten when the client acknowledges
// it, the end told when all are acknowledged or twenty seconds have passed. Newer messages of the same senders wait until the
// last one is acknowledged.
import { ask, type Message, type Waiting } from '@seekyou/service'
import { commitGroup } from './delivery.ts'
import type { Fetch, Guest, Receipt } from './guest.ts'
import { releaseHeld } from './hold.ts'
import type { House } from './house.ts'
import { say } from './router.ts'

const endAfterMs = 20_000
/** How long to wait before the store is read again after it failed. */
const retryMs = 1_000
/** How many are read at a time. */
const most = 1_000

/** Reads and sends what is stored. Requests that come while the store is being read are answered together. */
export function startFetch(house: House, guest: Guest): void {
  for (const { isRead } of guest.fetches) if (!isRead) return
  const fetch: Fetch = {
    outstanding: 0,
    endsAt: house.now + endAfterMs,
    readAt: undefined,
    isRead: false,
    isTold: false,
  }
  guest.fetches.add(fetch)
  guest.holdUntil = undefined
  readStore(house, guest, fetch)
}

/** Goes on with a fetch: reads again if the store failed, tells the end if all is acknowledged or the time is over. */
export function advanceFetch(house: House, guest: Guest, fetch: Fetch): void {
  if (guest.isGone || !guest.fetches.has(fetch)) return
  if (fetch.readAt !== undefined && fetch.readAt <= house.now) readStore(house, guest, fetch)
  if (!fetch.isRead) return
  const isDone = fetch.outstanding === 0
  if (!fetch.isTold && (isDone || house.now >= fetch.endsAt)) {
    fetch.isTold = true
    say(house, guest, { name: 'storedMessagesEnded', uin: guest.uin })
  }
  if (isDone && guest.fetches.delete(fetch) && guest.fetches.size === 0) releaseHeld(house, guest)
}

/** Whatever is still in the keeper's hands goes to the store first, and the store answers in order. */
function readStore(house: House, guest: Guest, fetch: Fetch): void {
  fetch.readAt = undefined
  commitGroup(house)
  house.errands.start(read(guest), (returned) => {
    if (guest.isGone) return
    if ('result' in returned) {
      fetch.isRead = true
      sendStored(house, guest, fetch, returned.result)
    } else fetch.readAt = house.now + retryMs
    advanceFetch(house, guest, fetch)
    house.guests.schedule(guest)
  })
}

function* read({ uin }: Guest): Waiting<readonly Message[]> {
  return yield* ask({ name: 'waitingMessages', uin, most })
}

function sendStored(house: House, guest: Guest, fetch: Fetch, messages: readonly Message[]): void {
  const onTheirWay = new Set<number>()
  for (const receipt of guest.link.receipts() as Iterable<Receipt>) {
    if (receipt.kind === 'message') onTheirWay.add(receipt.message.id)
    if (receipt.kind === 'stored') onTheirWay.add(receipt.entry.message.id)
  }
  const news = messages.filter(({ id }) => !onTheirWay.has(id) && !house.keeper.isGone(id))
  const sent = new Set(news.map(({ id }) => id))
  // What was accepted before this visit and not stored when the store was read waits for the end as well.
  const unread = new Set([...guest.held, ...house.keeper.waitingFor(guest.uin)])
  const held = [...unread].filter(({ message: { id } }) => !sent.has(id) && !onTheirWay.has(id))
  held.sort((a, b) => a.message.id - b.message.id)
  guest.held.splice(0, guest.held.length, ...held)
  for (const message of news) {
    fetch.outstanding += 1
    const { from, kind, text, at } = message
    const receipt: Receipt = { kind: 'stored', entry: house.keeper.recall(message, house.now), fetch }
    say(house, guest, { name: 'storedMessageArrived', from, kind, text, at }, 0, receipt)
  }
}
