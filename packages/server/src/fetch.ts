// Stored messages on their way to the client that asked for them: oldest first, each forgotten when the client acknowledges
// it, the end told when all are acknowledged or twenty seconds have passed. Until then newer messages of the same senders
// wait, so that a conversation is shown in the order in which it was written.
import { ask, type Message, type Waiting } from '@seekyou/service'
import { commitGroup, deliver } from './delivery.ts'
import type { Fetch, Guest, Receipt } from './guest.ts'
import type { House } from './house.ts'
import { say } from './router.ts'

const endAfterMs = 20_000
/** How many are read at a time. */
const most = 1_000
/** How long new messages wait for a client that has stored ones but does not fetch them. */
export const holdMs = 30_000

/** Reads and sends what is stored. Whatever is still in the keeper's hands goes to the store first. */
export function startFetch(house: House, guest: Guest): void {
  const fetch: Fetch = { outstanding: 0, endsAt: Number.POSITIVE_INFINITY }
  guest.fetches.add(fetch)
  guest.holdUntil = undefined
  commitGroup(house)
  house.errands.start(read(guest), (returned) => {
    if (guest.isGone) return
    fetch.endsAt = house.now + endAfterMs
    if ('result' in returned) sendStored(house, guest, fetch, returned.result)
    endFetchIfDone(house, guest, fetch)
    house.guests.schedule(guest)
  })
}

/** Tells the end of the stored messages when all have been acknowledged or the time is over. */
export function endFetchIfDone(house: House, guest: Guest, fetch: Fetch): void {
  const isOver = fetch.outstanding === 0 || house.now >= fetch.endsAt
  if (guest.isGone || fetch.endsAt === Number.POSITIVE_INFINITY || !isOver || !guest.fetches.delete(fetch)) return
  say(house, guest, { name: 'storedMessagesEnded', uin: guest.uin })
  if (guest.fetches.size === 0) releaseHeld(house, guest)
}

/** Lets the messages go that waited for older ones. */
export function releaseHeld(house: House, guest: Guest): void {
  guest.holdUntil = undefined
  guest.storedFrom.clear()
  for (const entry of guest.held.splice(0)) if (entry.stage !== 'done') deliver(house, entry)
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
  const held = guest.held.filter(({ message }) => !sent.has(message.id))
  guest.held.splice(0, guest.held.length, ...held)
  for (const message of news) {
    fetch.outstanding += 1
    const { from, kind, text, at } = message
    const receipt: Receipt = { kind: 'stored', entry: house.keeper.recall(message, house.now), fetch }
    say(house, guest, { name: 'storedMessageArrived', from, kind, text, at }, 0, receipt)
  }
}
