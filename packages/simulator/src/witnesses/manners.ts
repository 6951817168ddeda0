import type { Address, Millis, Uin } from '@seekyou/language'
import { formatAddress } from '@seekyou/language'
import type { Limits } from '@seekyou/server'
import type { Command, Saying, Visit } from '../visit.ts'
import { fireAndForget } from './fire-and-forget.ts'
import { Leak } from './leak.ts'
import type { Complain, Witness } from './witness.ts'

/** How long a packet holds its place in the window at least, a second left out; messages give it up after a minute. */
const heldMs = 39_000
const windowMax = 8
/** The answer to a sign-on that nobody acknowledges is given up a little later. */
const openingMs = 59_000

/**
 * The server's manners: one ACK for each command that came, none for what did not; nothing between a sign-on and its answer;
 * never more than eight packets on their way to one client.
 */
export class Manners implements Witness {
  readonly #perSecond: number
  readonly #complain: Complain
  readonly #visits = new Set<Visit>()
  /** The answer to each sign-on. */
  readonly #openings = new WeakMap<Visit, Saying>()
  /** What came faster than it is taken: it may be dropped, as if the network had lost it. */
  readonly #tooFast = new WeakSet<Command>()
  readonly #paces = new Map<Uin, Leak>()
  readonly #underWay = new WeakMap<Visit, Saying[]>()

  constructor({ packetsPerSecond }: Pick<Limits, 'packetsPerSecond'>, complain: Complain) {
    // What comes in a moment may be counted in two seconds by one clock and in one by another.
    this.#perSecond = packetsPerSecond / 2
    this.#complain = complain
  }

  visitBegan(visit: Visit): void {
    this.#visits.add(visit)
    this.#underWay.set(visit, [])
  }

  /** What was said a moment before may not be known to the next process. */
  visitResumed(visit: Visit): void {
    this.#visits.add(visit)
    this.#underWay.set(visit, [])
  }

  visitEnded(visit: Visit): void {
    this.#visits.delete(visit)
  }

  commandCame(visit: Visit, command: Command, now: Millis): void {
    const pace = this.#paces.get(visit.uin) ?? new Leak(this.#perSecond)
    this.#paces.set(visit.uin, pace)
    if (pace.pour(1, now) > this.#perSecond) this.#tooFast.add(command)
  }

  commandAcked(visit: Visit, { frame, copies, acks }: Command, now: Millis): void {
    if (acks <= copies) return
    this.#complain('manners', now, `${visit.uin} got ${acks} ACKs for ${copies} copies of packet ${frame.sequence}`)
  }

  ackFromNowhere(to: Address, sequence: number, now: Millis): void {
    this.#complain('manners', now, `${formatAddress(to)} got an ACK for packet ${sequence}, which never came`)
  }

  said(visit: Visit, saying: Saying, now: Millis): void {
    const { event, sends } = saying
    if (sends > 1 || fireAndForget.has(event.name)) return
    const underWay = this.#underWay
      .get(visit)!
      .filter(({ ackedAt, firstAt }) => ackedAt === undefined && firstAt > now - heldMs)
    underWay.push(saying)
    this.#underWay.set(visit, underWay)
    if (underWay.length > windowMax) {
      this.#complain(
        'manners',
        now,
        `${underWay.length} packets are under way to ${visit.uin}, ${windowMax} are the most`,
      )
    }
    // A process that cannot know under which number the reply was sent sends it under another.
    const isReply = event.name === 'signedOn' && this.#openings.get(visit)?.ackedAt === undefined
    if (isReply) this.#openings.set(visit, saying)
    const opening = this.#openings.get(visit)
    if (opening && event.name !== 'signedOn' && opening.ackedAt === undefined && now < visit.beganAt + openingMs) {
      this.#complain(
        'manners',
        now,
        `${visit.uin} was told ${event.name} before they had acknowledged the answer to their sign-on`,
      )
    }
  }

  judge(now: Millis): void {
    for (const { uin, commands } of this.#visits) {
      // Several commands under one number cannot be told apart by their ACKs.
      for (const [command, ...others] of commands.values()) {
        if (!command || others.length > 0) continue
        const { frame, acks, firstAt, wasEarly } = command
        if (acks > 0 || wasEarly || this.#tooFast.has(command) || firstAt > now - 10_000) continue
        this.#complain(
          'manners',
          now,
          `packet ${frame.sequence} of ${uin}, which came at ${firstAt.toFixed(0)}, was never acknowledged`,
        )
      }
    }
  }
}
