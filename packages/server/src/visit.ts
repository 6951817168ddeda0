// A visit: from the right password to the end of the link.
import type { ServerDialect } from '@seekyou/dialect'
import { type Address, type Intent, ipOf } from '@seekyou/language'
import { fingerprintOf, Link } from '@seekyou/link'
import type { Verdict } from '@seekyou/service'
import type { Frame } from '@seekyou/wire'
import type { Guest } from './guest.ts'
import { holdMs } from './hold.ts'
import type { House } from './house.ts'
import { acknowledge, say, send, tell, turn } from './router.ts'

/**
 * How long clients repeat a sign-on whose ACK was lost, in milliseconds: most six times in ten seconds, Licq four times in
 * twenty. After that the same datagram comes from a client that was started anew.
 */
const signOnRepeatedMs = 70_000

/** Why a visit ended: by the client's wish, because it fell silent, or because the server ended it. */
type EndOfVisit = 'signedOff' | 'silence' | 'unanswered' | 'replaced' | 'forcedOff' | 'bug'

/** Somebody whose password was right: the link begins, they are answered, their watchers hear of it. */
export function beginVisit(
  house: House,
  address: Address,
  dialect: ServerDialect,
  frame: Frame,
  { intent, request }: { intent: Intent<'signOn'>; request: number },
  { waitingFrom }: Exclude<Verdict, 'refused'>,
): Guest {
  const { guests, presence, keeper, now } = house
  const { uin, status, direct } = intent
  makeRoom(house, address, uin)
  const link = new Link(dialect.framing, dialect.manners, now, guests.firstSequence(uin, address, now))
  const storedFrom = new Set(waitingFrom)
  for (const { message } of keeper.waitingFor(uin)) storedFrom.add(message.from)
  const guest: Guest = {
    uin,
    address,
    dialect,
    link,
    listener: { directVersion: direct.version },
    opening: undefined,
    storedFrom,
    held: [],
    holdUntil: storedFrom.size > 0 ? now + holdMs : undefined,
    fetches: new Set(),
    sentBackAt: undefined,
    wakesAt: Number.POSITIVE_INFINITY,
    isGone: false,
  }
  guests.add(guest)
  link.handle({ kind: 'received', frame }, now)
  acknowledge(house, { guest, sequence: frame.sequence, code: frame.code })
  const [reply] = dialect.speak({ name: 'signedOn', uin, outer: ipOf(address) }, request, guest.listener)
  if (!reply) throw new Error('a dialect must have a word for signedOn')
  send(house, guest, reply)
  guest.opening = {
    fingerprint: fingerprintOf(frame.bytes),
    reply: reply.datagram.slice(),
    until: now + signOnRepeatedMs,
    hasGoneOn: false,
  }
  house.out.push({ kind: 'note', note: { what: 'signedOn', uin, address } })
  tell(house, presence.arrive(uin, status, ipOf(address), direct))
  return guest
}

/** Ends a visit: what was on its way is lost or kept, watchers hear of it. */
export function endVisit(house: House, guest: Guest, because: EndOfVisit): void {
  if (guest.isGone) return
  closeLink(house, guest, because)
  tell(house, house.presence.leave(guest.uin))
}

/** Somebody else signs on with this UIN, or from this address. The watchers of the same user notice nothing. */
function makeRoom(house: House, address: Address, uin: number): void {
  const tenant = house.guests.at(address)
  if (tenant && tenant.uin !== uin) endVisit(house, tenant, 'replaced')
  const former = house.guests.of(uin as Guest['uin'])
  if (!former) return
  if (former.address !== address) say(house, former, { name: 'signedOff' })
  closeLink(house, former, 'replaced')
}

function closeLink(house: House, guest: Guest, because: EndOfVisit): void {
  house.guests.remove(guest, house.now)
  turn(house, guest, { kind: 'close' })
  house.out.push({ kind: 'note', note: { what: 'signedOff', uin: guest.uin, address: guest.address, because } })
}
