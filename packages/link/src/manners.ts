import type { Millis } from '@seekyou/language'

/**
 * How long a packet is fought for. `once`: fire and forget. `opening`: the answer to a sign-on, to an address that nobody has
 * proven yet. `brisk`: presence and end marks, where an early second try helps and a repeated packet does no harm. `steady`:
 * everything else. `message`: like steady, and then on and on, because a message must not be given up while the link lives.
 */
export type Patience = 'once' | 'opening' | 'brisk' | 'steady' | 'message'

/** The numbers of a link. All times in milliseconds. */
export interface LinkManners {
  /** The command code of an acknowledgement. */
  readonly ackCode: number
  /** Commands that are given for their answer: a client that was started anew must get it again. */
  readonly questions?: ReadonlySet<number>
  /** How many packets may be unacknowledged at a time; messages that have entered their slow phase do not count. */
  readonly inFlightMax: number
  /** How many packets may wait or be in flight; one more is reported as lost at once. */
  readonly queueMax: number
  /** How many bytes may leave in a second, ACKs not counted; twice as many in the first. Undefined: any number. */
  readonly bytesPerSecond?: number
  /** Without any packet for so long the link ends. Infinity: never. */
  readonly silenceMs: Millis
  /** For each patience, how long to wait after each send. When the last wait is over, the packet is lost. */
  readonly waits: Readonly<Record<Exclude<Patience, 'once'>, readonly Millis[]>>
  /** After its waits a message is sent again each time this has passed. */
  readonly messageAgainMs: Millis
  /** How long a received packet is remembered as a duplicate. */
  readonly rememberMs: Millis
}

/**
 * The numbers of promises §1 and docs/protocol/reliability.md: six sends, ten seconds apart, as the original client did;
 * 400 seconds of silence are three keep-alives and slack. A message is never repeated before ten seconds have passed, because
 * one client answers only after it has thought about its answer and takes a repetition for a second message.
 */
export const serverManners: Omit<LinkManners, 'ackCode'> = {
  inFlightMax: 8,
  queueMax: 1_280,
  silenceMs: 400_000,
  waits: {
    opening: [1_000, 3_000, 56_000],
    brisk: [2_000, 3_000, 5_000, 10_000, 10_000, 30_000],
    steady: [10_000, 10_000, 10_000, 10_000, 10_000, 10_000],
    message: [10_000, 10_000, 10_000, 10_000, 10_000, 10_000],
  },
  messageAgainMs: 30_000,
  rememberMs: 180_000,
}

/**
 * The numbers of the original client: ten seconds, six sends. A client's link never ends by silence; what to do about a
 * server that does not answer is for the client to decide.
 */
export const clientManners: Omit<LinkManners, 'ackCode'> = {
  ...serverManners,
  inFlightMax: 64,
  silenceMs: Number.POSITIVE_INFINITY,
}
