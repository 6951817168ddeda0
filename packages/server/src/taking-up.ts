// The node before this one has ended, in order or not; its links go on here, and their clients notice nothing but a pause
// (promises: G8).
import { isWeb, type Millis, type Uin } from '@seekyou/language'
import type { LinkMemory } from '@seekyou/link'
import type { FormerLink, FormerLinks } from '@seekyou/service'
import { startFetch } from './fetch.ts'
import type { Guest } from './guest.ts'
import type { House } from './house.ts'
import { newGuest, openingReply, outerOf, signOnRepeatedMs } from './visit.ts'
import { type NumbersPart, parcelOf, readPart, unpackAnswered, type VisitPart } from './visit-text.ts'

/** A change that was told so long before the end has been heard by everybody, or is doubted by name, in milliseconds. */
const heardMs = 200_000

interface TakenUp {
  readonly guest: Guest
  readonly visit: VisitPart
  readonly numbers: NumbersPart
  readonly link: FormerLink
}

/**
 * Takes up links where they ended. Those that must have fallen silent meanwhile are forgotten: their clients are told that they
 * are not signed on. Nobody is told anything else; only what may not have been heard is said again, on the next keep-alive.
 */
export function takeUp(house: House, { at, links, ended }: FormerLinks): void {
  const { book, presence, options, now, out } = house
  const pauseMs = Math.max(0, options.wall(now) - at)
  const found = links.flatMap((link) => read(house, link, pauseMs) ?? [])
  found.sort((a, b) => a.visit.opening.at - b.visit.opening.at)
  // Of two at one address, the one who came last has taken the place of the other.
  const all = [...new Map(found.map((one) => [one.visit.address, one])).values()]
  const staying = new Set(all.map(({ link }) => link))
  for (const link of links) if (!staying.has(link)) book.write(link.account.uin, now)
  for (const { visit, numbers, link } of all) {
    presence.takeUp(link.account, { ...visit, outer: outerOf(visit.address) }, link.refusedBy, numbers.unremembered)
  }
  const changed = all.filter(({ visit }) => visit.at > at - heardMs).map(({ guest }) => guest.uin)
  presence.settleIn(new Set([...changed, ...ended.map(({ uin }) => uin)]))
  for (const one of all) goOn(house, one)
  if (links.length > 0) {
    out.push({ kind: 'note', note: { what: 'takenUp', links: all.length, forgotten: links.length - all.length } })
  }
}

function read(house: House, link: FormerLink, pauseMs: Millis): TakenUp | undefined {
  const { options, now } = house
  const visit = readPart<VisitPart>(link.visit)
  const numbers = readPart<NumbersPart>(link.numbers)
  const dialect = options.dialects.find(({ version }) => version === visit?.version)
  if (!visit || !numbers || !dialect || pauseMs >= dialect.manners.silenceMs) return undefined
  const { account } = link
  const { fingerprint, request, at } = visit.opening
  const guest = newGuest(house, {
    uin: account.uin,
    address: visit.address,
    dialect,
    listener: visit.listener,
    opening: {
      fingerprint,
      request,
      at,
      sequence: numbers.first,
      until: now + Math.max(0, at + signOnRepeatedMs - options.wall(now)),
      hasGoneOn: numbers.hasGoneOn,
    },
    proof: numbers.isProven ? undefined : { allowance: 0, waiting: 0 },
    lastSequence: numbers.last,
    storedFrom: new Set<Uin>(link.waitingFrom),
    first: numbers.next,
    numbers: 0,
  })
  return { guest, visit, numbers, link }
}

function goOn(house: House, { guest, numbers, link: { waitingFrom } }: TakenUp): void {
  const { guests, presence, reception, absences, now } = house
  const { link, uin, address } = guest
  const { isProven, answered, underWay, waiting, doubts, fetch } = numbers
  if (isProven) reception.gate.remember(uin, address)
  // A WebSocket does not outlive the process: its user must sign on again, and nobody notices if that is soon.
  if (isWeb(address)) {
    absences.gone.begin(uin, now)
    return
  }
  for (const contact of [...doubts, ...numbers.unremembered]) presence.doubt(uin, contact)
  const others = underWay.filter(({ message }) => message === undefined)
  const packets: LinkMemory['underWay'][number][] = others.map((packet) => ({
    sequence: packet.sequence,
    parcel: parcelOf(packet),
  }))
  if (!isProven) packets.unshift(openingPacket(guest))
  link.takeUp({ answered: unpackAnswered(answered), underWay: packets, waiting: waiting.map(parcelOf) }, now)
  guest.hasFetched = fetch === 'told'
  guest.mayHaveAsked = fetch === 'none'
  guest.isUnheard = true
  guests.add(guest)
  const messages = underWay.flatMap((packet) =>
    packet.message === undefined ? [] : [[packet.message, packet] as const],
  )
  if (messages.length > 0) guest.former = new Map(messages)
  if (fetch === 'asked') startFetch(house, guest)
  // Whoever has said nothing yet will ask for what was stored; from others it may not have been written down that they did.
  else if (waitingFrom.length > 0 && (numbers.hasGoneOn || guest.former)) startFetch(house, guest, false)
}

/**
 * The reply to the sign-on, which has not been acknowledged. It leaves when more has come from there, because nobody knows how much
 * was sent to the address before; until then the link lives on.
 */
function openingPacket(guest: Guest): LinkMemory['underWay'][number] {
  const { datagram, alone } = openingReply(guest)
  const { sequence } = guest.opening
  guest.dialect.framing.renumber(datagram, sequence)
  return { sequence, parcel: { datagram, patience: 'message', alone, receipt: { kind: 'opening' } } }
}
