// A visit: from the right password to the end of the link.
import { type Address, type Intent, ipOf, type Uin } from '@seekyou/language'
import { fingerprintOf, Link } from '@seekyou/link'
import type { Verdict } from '@seekyou/service'
import type { Guest } from './guest.ts'
import { holdMs } from './hold.ts'
import type { House } from './house.ts'
import type { Letter } from './letter.ts'
import { Pace } from './pace.ts'
import { acknowledge, say, send, tell, turn } from './router.ts'

/**
 * How long clients repeat a sign-on whose ACK was lost, in milliseconds: most six times in ten seconds, Licq four times in
 * twenty. After that the same datagram comes from a client that was started anew.
 */
const signOnRepeatedMs = 70_000

/** Random numbers begin below this: high enough to be hard to guess, low enough for clients that count to a thousand. */
const randomBelow = 256

/** Why a visit ended: by the client's wish, because it fell silent, or because the server ended it. */
type EndOfVisit = 'signedOff' | 'silence' | 'unanswered' | 'replaced' | 'forcedOff' | 'startAgain' | 'bug'

/** Somebody whose password was right: the link begins, they are answered, their watchers hear of it. */
export function beginVisit(
  house: House,
  { address, dialect, frame }: Letter,
  { intent, request }: { intent: Intent<'signOn'>; request: number },
  { account, waitingFrom }: Exclude<Verdict, 'refused'>,
): Guest {
  const { options, guests, presence, keeper, reception, now } = house
  const { uin, status, direct } = intent
  const proof = reception.beginProof(address, frame.bytes.length, guests.at(address)?.proof, now)
  makeRoom(house, address, uin)
  const fresh = options.firstSequence === 'random' ? Math.floor(options.random() * randomBelow) : 0
  const manners = house.manners.get(dialect) ?? dialect.manners
  const link = new Link(dialect.framing, manners, now, guests.firstSequence(uin, address, now, fresh))
  const storedFrom = new Set(waitingFrom)
  for (const { message } of keeper.waitingFor(uin)) storedFrom.add(message.from)
  const guest: Guest = {
    uin,
    address,
    dialect,
    link,
    listener: dialect.listenerOf(frame),
    opening: undefined,
    proof,
    lastSequence: frame.sequence,
    storedFrom,
    held: [],
    holdUntil: storedFrom.size > 0 ? now + holdMs : undefined,
    fetches: new Set(),
    errands: [],
    pace: guests.paceOf(uin) ?? new Pace(house.pacing),
    sentBackAt: undefined,
    wakesAt: Number.POSITIVE_INFINITY,
    isGone: false,
  }
  guests.add(guest)
  house.absences.end(uin)
  link.handle({ kind: 'received', frame }, now)
  acknowledge(house, { guest, sequence: frame.sequence, code: frame.code })
  const [reply] = dialect.speak({ name: 'signedOn', uin, outer: ipOf(address) }, request, guest.listener)
  if (!reply) throw new Error('a dialect must have a word for signedOn')
  send(house, guest, reply, { kind: 'opening' })
  guest.opening = {
    fingerprint: fingerprintOf(frame.bytes),
    reply: reply.datagram.slice(),
    until: now + signOnRepeatedMs,
    hasGoneOn: false,
  }
  house.out.push({ kind: 'note', note: { what: 'signedOn', uin, address } })
  tell(house, presence.arrive(account, status, ipOf(address), direct, now))
  return guest
}

/** Ends a visit: what was on its way is lost or kept, watchers hear of it. */
export function endVisit(house: House, guest: Guest, because: EndOfVisit): void {
  if (guest.isGone) return
  closeLink(house, guest, because)
  tell(house, house.presence.leave(guest.uin, house.now))
}

/**
 * COMPAT mICQ 0.2.5: its table of numbers is almost full, and it would write beyond the end. It is told to sign on anew, which
 * it does after five seconds, with an empty table; its user is shown as here until then.
 */
export function startAgain(house: House, guest: Guest): void {
  if (guest.isGone) return
  say(house, guest, { name: 'startAgain' })
  closeLink(house, guest, 'startAgain')
  house.guests.forgetNumbers(guest.uin)
  house.absences.begin(guest.uin, house.now)
  house.counters.startedAgain += 1
}

/** Whoever was to sign on anew and has not come back has left. */
export function endAbsences(house: House): void {
  const { absences, presence, now } = house
  for (let uin = absences.takeDue(now); uin; uin = absences.takeDue(now)) tell(house, presence.leave(uin, now))
}

/** Somebody else signs on with this UIN, or from this address. The watchers of the same user notice nothing. */
function makeRoom(house: House, address: Address, uin: Uin): void {
  const tenant = house.guests.at(address)
  if (tenant && tenant.uin !== uin) endVisit(house, tenant, 'replaced')
  const former = house.guests.of(uin)
  if (!former) return
  if (former.address !== address) {
    say(house, former, { name: 'signedOff' })
    house.reception.fights.noteReplaced(uin, former.address, house.now)
  }
  closeLink(house, former, 'replaced')
}

function closeLink(house: House, guest: Guest, because: EndOfVisit): void {
  house.guests.remove(guest, house.now)
  turn(house, guest, { kind: 'close' })
  house.out.push({ kind: 'note', note: { what: 'signedOff', uin: guest.uin, address: guest.address, because } })
}
