// A visit: from the right password to the end of the link.
import type { Spoken } from '@seekyou/dialect'
import { type Address, type Intent, type Ip4, ipOf, isWeb, normaliseStatus, type Uin } from '@seekyou/language'
import { fingerprintOf, Link } from '@seekyou/link'
import type { Verdict } from '@seekyou/service'
import { none } from '@seekyou/service'
import { noLongerAbsent } from './absences.ts'
import type { Guest } from './guest.ts'
import { holdMs } from './hold.ts'
import type { House } from './house.ts'
import type { Letter } from './letter.ts'
import { farFrom, numbersBlock } from './numbers.ts'
import { Pace } from './pace.ts'
import { acknowledge, say, send, tell, turn } from './router.ts'
import { type NumbersPart, type VisitPart, writePart } from './visit-text.ts'

/**
 * How long clients repeat a sign-on whose ACK was lost, in milliseconds: most six times in ten seconds, Licq four times in
 * twenty. After that the same datagram comes from a client that was started anew.
 */
export const signOnRepeatedMs = 70_000

/** Random numbers begin below this: high enough to be hard to guess, low enough for clients that count to a thousand. */
const randomBelow = 256

/** Why a visit ended: by the client's wish, because it fell silent, or because the server ended it. */
type EndOfVisit = 'signedOff' | 'silence' | 'unanswered' | 'replaced' | 'forcedOff' | 'startAgain' | 'gone' | 'bug'

/** A sign-on whose password was right, and what of the visit is kept before it begins. */
export interface Arrival {
  readonly letter: Letter
  readonly intent: Intent<'signOn'>
  readonly request: number
  /** The number at which the link begins, unless it goes on with those of a former one. */
  readonly fresh: number
  /** Behind the last number that the link may use; undefined when none could be kept. */
  readonly numbersEnd: number | undefined
}

/** Keeps a visit that is about to begin, and goes on with it: nobody is told that they are signed on who would not be after a restart. */
export function keepArrival(
  house: House,
  letter: Letter,
  { intent, request }: { intent: Intent<'signOn'>; request: number },
  goOn: (arrival: Arrival) => void,
): void {
  const { options, guests, book, now } = house
  const { address, dialect, frame } = letter
  const { uin, direct } = intent
  const fresh = options.firstSequence === 'random' ? Math.floor(options.random() * randomBelow) : 0
  const before = guests.numbersBefore(uin, address, now)
  // A former link may use up a block of its own before this one begins.
  const numbersEnd = ((before?.next ?? fresh) + 2 * numbersBlock) & 0xffff
  // The reply has one of these numbers. A client may not hear it again under an earlier one, so a node that cannot know it takes the last.
  const first = before && guests.of(uin) ? (numbersEnd - 1) & 0xffff : (before?.next ?? fresh)
  const at = options.wall(now)
  const visit: VisitPart = {
    address,
    version: dialect.version,
    listener: dialect.listenerOf(frame),
    status: normaliseStatus(intent.status),
    direct,
    contacts: [],
    visibleTo: [],
    invisibleTo: [],
    opening: { fingerprint: fingerprintOf(frame.bytes), request, at },
    at,
  }
  const numbers: NumbersPart = {
    next: numbersEnd,
    first,
    last: frame.sequence,
    isProven: false,
    hasGoneOn: false,
    fetch: 'none',
    answered: '',
    underWay: [],
    waiting: [],
    doubts: [],
    unremembered: [],
  }
  book.writeBeginning(uin, { visit: writePart(visit), numbers: writePart(numbers) }, now, (isWritten) =>
    goOn({ letter, intent, request, fresh, numbersEnd: isWritten ? numbersEnd : undefined }),
  )
}

/** Somebody whose password was right: the link begins, they are answered, their watchers hear of it. */
export function beginVisit(
  house: House,
  { letter, intent, request, fresh, numbersEnd }: Arrival,
  { account, waitingFrom }: Exclude<Verdict, 'refused'>,
): void {
  const { address, dialect, frame } = letter
  const { options, guests, presence, keeper, reception, now } = house
  const { uin, status, direct } = intent
  const proof = reception.beginProof(address, frame.bytes.length, guests.at(address)?.proof, now)
  if (guests.of(uin)?.isUnheard) presence.doubtEverywhere(uin)
  makeRoom(house, address, uin)
  const listener = dialect.listenerOf(frame)
  const { first, numbers } = numbersOf(house, guests.numbersBefore(uin, address, now), { fresh, numbersEnd }, listener)
  const storedFrom = new Set(waitingFrom)
  for (const { message } of keeper.waitingFor(uin)) storedFrom.add(message.from)
  const guest = newGuest(house, {
    uin,
    address,
    dialect,
    listener,
    opening: {
      fingerprint: fingerprintOf(frame.bytes),
      request,
      sequence: first,
      at: options.wall(now),
      until: now + signOnRepeatedMs,
      hasGoneOn: false,
    },
    proof,
    lastSequence: frame.sequence,
    storedFrom,
    first,
    numbers,
  })
  guests.add(guest)
  noLongerAbsent(house, uin)
  guest.link.handle({ kind: 'received', frame }, now)
  acknowledge(house, { guest, sequence: frame.sequence, code: frame.code })
  send(house, guest, openingReply(guest), { kind: 'opening' })
  house.book.write(uin, now)
  house.out.push({ kind: 'note', note: { what: 'signedOn', uin, address } })
  tell(house, presence.arrive(account, status, outerOf(address), direct, now))
}

/** What is known of a guest at first. */
export function newGuest(
  house: House,
  known: Pick<
    Guest,
    'uin' | 'address' | 'dialect' | 'listener' | 'opening' | 'proof' | 'lastSequence' | 'storedFrom'
  > & {
    /** The first number of the link, and how many of them are kept. */
    readonly first: number
    readonly numbers: number
  },
): Guest {
  const { now, guests } = house
  const { dialect, uin, storedFrom } = known
  const manners = house.manners.get(dialect) ?? dialect.manners
  // Named one by one: of what is spread, an engine makes two objects.
  return {
    uin,
    address: known.address,
    dialect,
    link: new Link(dialect.framing, manners, now, known.first, known.numbers),
    listener: known.listener,
    opening: known.opening,
    proof: known.proof,
    lastSequence: known.lastSequence,
    storedFrom: storedFrom.size > 0 ? storedFrom : none,
    held: [],
    holdUntil: storedFrom.size > 0 ? now + holdMs : undefined,
    fetches: none,
    hasFetched: false,
    mayHaveAsked: false,
    former: undefined,
    hasAnswered: false,
    isReserving: false,
    isUnheard: false,
    errands: [],
    pace: guests.paceOf(uin) ?? new Pace(house.pacing),
    sentBackAt: undefined,
    wakesAt: Number.POSITIVE_INFINITY,
    isGone: false,
  }
}

/** The address at which others might reach whoever is here; 0 for a browser, which nobody can. */
export const outerOf = (address: Address): Ip4 => (isWeb(address) ? 0 : ipOf(address))

/** The reply to a guest's sign-on, its number not yet written. */
export function openingReply({ dialect, uin, address, listener, opening }: Guest): Spoken {
  const [reply] = dialect.speak({ name: 'signedOn', uin, outer: outerOf(address) }, opening.request, listener)
  if (!reply) throw new Error('a dialect must have a word for signedOn')
  return reply
}

/**
 * The numbers of a link that begins. If none could be kept, what is kept is still the former link, behind whose numbers a node after this
 * one would begin: those that are left of them may be used.
 */
function numbersOf(
  house: House,
  before: ReturnType<House['guests']['numbersBefore']>,
  { fresh, numbersEnd }: Pick<Arrival, 'fresh' | 'numbersEnd'>,
  { sequenceMax }: Guest['listener'],
): { readonly first: number; readonly numbers: number } {
  const first = before?.next ?? fresh
  if (numbersEnd !== undefined) return { first, numbers: numbersUpTo(numbersEnd, first) }
  if (before && before.left > 0) return { first, numbers: before.left }
  if (!before || sequenceMax !== undefined) return { first, numbers: 1 }
  return { first: farFrom(house, first + numbersBlock), numbers: numbersBlock }
}

/** How many numbers there are from the first to the end; one, for the reply to the sign-on, where they do not fit together. */
function numbersUpTo(end: number, first: number): number {
  const numbers = (end - first) & 0xffff
  return numbers >= 1 && numbers <= 2 * numbersBlock ? numbers : 1
}

/** Ends a visit: what was on its way is lost or kept, watchers hear of it. */
export function endVisit(house: House, guest: Guest, because: EndOfVisit): void {
  if (guest.isGone) return
  closeLink(house, guest, because)
  tell(house, house.presence.leave(guest.uin, house.now))
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

/** Ends a guest's link; nobody is told. */
export function closeLink(house: House, guest: Guest, because: EndOfVisit): void {
  house.guests.remove(guest, house.now)
  house.book.dropChanges(guest.uin)
  house.book.write(guest.uin, house.now)
  turn(house, guest, { kind: 'close' })
  house.out.push({ kind: 'note', note: { what: 'signedOff', uin: guest.uin, address: guest.address, because } })
}
