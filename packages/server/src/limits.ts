// Every limit of a node: declared once, with its default and its meaning. The command line and the documentation read this table.
import type { Counters } from './counters.ts'

/** One limit. */
export interface LimitNote {
  readonly byDefault: number
  /** The smallest value that makes sense. */
  readonly least: number
  /** One sentence for an operator: what is counted, in which unit, and what happens beyond. */
  readonly meaning: string
  /** What counts how often it bites. */
  readonly counter: keyof Counters
}

const limit = (counter: keyof Counters, byDefault: number, meaning: string, { least = 0 } = {}): LimitNote => ({
  byDefault,
  least,
  meaning,
  counter,
})
const some = { least: 1 }
/** The largest datagram must fit. */
const oneDatagram = { least: 512 }

export const limitNotes = {
  packetsPerSecond: limit(
    'packetsDropped',
    200,
    'commands of one user in a second, repetitions and keep-alives not counted; beyond, dropped as if the network had lost them',
    some,
  ),
  messagesBurst: limit('messagesDelayed', 128, 'messages that one user may send at once; beyond, they wait', some),
  messagesPerSecond: limit('messagesDelayed', 2, 'messages of one user in a second after that', some),
  messagesQueue: limit(
    'messagesDropped',
    128,
    'messages of one user that may wait for their turn; beyond, dropped, and the sender is told once',
  ),
  storedMax: limit(
    'refusedFull',
    100,
    'messages that may wait for one recipient; beyond, the sender is told that it was not delivered',
  ),
  storedFromOneMax: limit('refusedFullOfSender', 20, 'of these, messages from one sender; beyond, the sender is told'),
  searchesPerMinute: limit('requestsDelayed', 10, 'searches of one user; beyond, their answers wait', some),
  infoRequestsPerMinute: limit(
    'requestsDelayed',
    30,
    'requests for profiles of one user; beyond, their answers wait',
    some,
  ),
  changesPerMinute: limit('requestsDelayed', 10, 'changes of profile or password of one user; beyond, they wait', some),
  requestsQueue: limit(
    'requestsDropped',
    60,
    'searches, requests and changes of one user that may wait; beyond, a search ends at once with "there are more", a change is refused, a request dropped',
  ),
  contactsMax: limit(
    'contactsIgnored',
    1_000,
    'contacts that one user may announce; the rest is acknowledged and ignored',
  ),
  presenceEveryMs: limit(
    'newsPutOff',
    2_000,
    'milliseconds between two changes of status that are told; changes between are merged',
  ),
  bytesPerSecond: limit(
    'linksStalled',
    16_384,
    'bytes to one client in a second, ACKs not counted; beyond, packets wait',
    oneDatagram,
  ),
  repliesBeforeProof: limit(
    'repliesDropped',
    256,
    'packets that wait until a client has acknowledged its sign-on; beyond, dropped',
  ),
  strangersPerSecond: limit(
    'strangersDropped',
    20_000,
    'datagrams in a second from everybody who is not signed on; beyond, dropped',
    some,
  ),
  strangersPerAddress: limit(
    'strangersDropped',
    50,
    'of these, from one address (port aside) in a second; beyond, dropped',
    some,
  ),
  signOnFailures: limit(
    'checksIgnored',
    5,
    'wrong passwords for one number; after that one more each signOnFailureEveryMs',
    some,
  ),
  signOnFailureEveryMs: limit('checksIgnored', 30_000, 'milliseconds until one more wrong password is allowed'),
  registrationsPerAddress: limit(
    'registrationsRefused',
    5,
    'registrations in ten minutes from one address, loopback excepted; beyond, refused',
  ),
  registrationsInAll: limit(
    'registrationsRefused',
    30,
    'registrations in ten minutes from everywhere, loopback excepted; beyond, refused',
  ),
} as const satisfies Readonly<Record<string, LimitNote>>

export type LimitName = keyof typeof limitNotes

/** How much of everything is allowed. */
export type Limits = Readonly<Record<LimitName, number>>

const limitsFrom = (value: (note: LimitNote) => number): Limits =>
  Object.fromEntries(Object.entries(limitNotes).map(([name, note]) => [name, value(note)])) as unknown as Limits

export const limitsOn: Limits = limitsFrom(({ byDefault }) => byDefault)

/** For benchmarks on a loopback address only. What is a time is none. */
export const limitsOff: Limits = {
  ...limitsFrom(() => Number.MAX_SAFE_INTEGER),
  presenceEveryMs: 0,
  signOnFailureEveryMs: 0,
}
