// What is written about a visit, as it is at this moment.
import type { Uin } from '@seekyou/language'
import type { KeptLink, Need } from '@seekyou/service'
import type { Guest, Receipt } from './guest.ts'
import type { House } from './house.ts'
import { changed, newContacts } from './kept-change.ts'
import { numbersBlock } from './numbers.ts'
import { changesOf, type Page } from './visit-book.ts'
import { type KeptPacket, type NumbersPart, packAnswered, packetOf, type VisitPart, writePart } from './visit-text.ts'

/** The pages of the book as the store takes them. */
export function linksToKeep(house: House, pages: Iterable<Page>): Pick<Need<'commit'>, 'links' | 'ended' | 'at'> {
  const links: KeptLink[] = []
  const ended: Uin[] = []
  for (const page of pages) {
    const { uin, isWhole, isOptional, made } = page
    const guest = house.guests.of(uin)
    if (made) links.push({ uin, ...made })
    else if (house.book.isBeginning(uin)) continue
    else if (!guest || isLeaving(page)) ended.push(uin)
    else if (isOptional && !guest.hasAnswered && guest.link.isIdle) continue
    else if (isWhole)
      links.push({ uin, visit: writePart(visitOf(house, guest, page)), numbers: numbersOf(house, guest, page) })
    else links.push({ uin, numbers: numbersOf(house, guest, page) })
  }
  return { links, ended, at: house.options.wall(house.now) }
}

const isLeaving = (page: Page): boolean => changesOf(page).some(({ name }) => name === 'signOff')

function visitOf(house: House, { uin, address, dialect, listener, opening }: Guest, page: Page): VisitPart {
  const { presence, options } = house
  const present = presence.keptOf(uin)
  if (!present) throw new Error('somebody who is here has no presence')
  const kept = changesOf(page).reduce((kept, change) => changed(kept, change, options.limits.contactsMax), present)
  const { status, direct, contacts, visibleTo, invisibleTo } = kept
  const { fingerprint, request, at: openedAt } = opening
  return {
    address,
    version: dialect.version,
    listener,
    status,
    direct,
    contacts,
    visibleTo,
    invisibleTo,
    opening: { fingerprint, request, at: openedAt },
    at: options.wall(house.now),
  }
}

function numbersOf(house: House, guest: Guest, page: Page): string {
  guest.hasAnswered = false
  const { link, uin, isReserving, lastSequence, proof, opening } = guest
  const { answered, underWay, waiting } = link.memory(house.now)
  const present = house.presence.get(uin)
  const part: NumbersPart = {
    next: (link.nextSequence + Math.max(0, link.numbersLeft) + (isReserving ? numbersBlock : 0)) & 0xffff,
    first: opening.sequence,
    last: lastSequence,
    isProven: proof === undefined,
    hasGoneOn: opening.hasGoneOn,
    fetch: fetchStateOf(guest),
    answered: packAnswered(answered),
    underWay: underWay.flatMap(({ sequence, parcel }): KeptPacket[] => {
      const receipt = parcel.receipt as Receipt | undefined
      // The reply to the sign-on is made anew; news about contacts that may not have been heard is told again.
      if (receipt?.kind === 'opening' || receipt?.kind === 'presence') return []
      const entry = receipt?.kind === 'stored' ? receipt.entry : receipt
      return [{ sequence, ...packetOf(parcel), ...(entry && { message: entry.message.id }) }]
    }),
    // Messages that wait lie in the store.
    waiting: waiting.filter(({ receipt }) => receipt === undefined).map(packetOf),
    unremembered: [...(present?.unremembered ?? []), ...newContacts(present, changesOf(page))],
    doubts: doubtsOf(house, guest),
  }
  return writePart(part)
}

/** Contacts about whom news was lost, or has not been acknowledged. */
function doubtsOf({ presence }: House, { uin, link }: Guest): Uin[] {
  const doubts = [...presence.doubtsOf(uin), ...newsIn(link.receipts() as Iterable<Receipt>)]
  return doubts.length === 0 ? doubts : [...new Set(doubts)]
}

function* newsIn(receipts: Iterable<Receipt>): Iterable<Uin> {
  for (const receipt of receipts) if (receipt.kind === 'presence') yield receipt.contact
}

function fetchStateOf({ fetches, hasFetched }: Guest): NumbersPart['fetch'] {
  for (const { isAsked, isTold } of fetches) if (isAsked && !isTold) return 'asked'
  return hasFetched ? 'told' : 'none'
}
