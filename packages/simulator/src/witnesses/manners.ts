import type { Address, Millis } from '@seekyou/language'
import { formatAddress } from '@seekyou/language'
import type { Command, Saying, Visit } from '../door.ts'
import type { Complain, Witness } from './witness.ts'

/** How long a packet holds its place in the window at least, a second left out; messages give it up after a minute. */
const heldMs = 39_000
const windowMax = 8
/** The answer to a sign-on that nobody acknowledges is given up a little later. */
const openingMs = 59_000
const fireAndForget: ReadonlySet<string> = new Set(['signedOff', 'notSignedOn', 'signOnRefused', 'registered'])

/**
 * The server's manners: one ACK for each command that came, none for what did not; nothing between a sign-on and its answer;
 * never more than eight packets on their way to one client.
 */
export class Manners implements Witness {
  readonly #complain: Complain
  readonly #visits = new Set<Visit>()
  readonly #underWay = new WeakMap<Visit, Saying[]>()

  constructor(complain: Complain) {
    this.#complain = complain
  }

  visitBegan(visit: Visit): void {
    this.#visits.add(visit)
    this.#underWay.set(visit, [])
  }

  visitEnded(visit: Visit): void {
    this.#visits.delete(visit)
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
    const [first] = visit.sayings.values()
    if (first && first !== saying && first.ackedAt === undefined && now < visit.beganAt + openingMs) {
      this.#complain(
        'manners',
        now,
        `${visit.uin} was told ${event.name} before they had acknowledged the answer to their sign-on`,
      )
    }
  }

  judge(now: Millis): void {
    for (const { uin, commands } of this.#visits) {
      for (const { frame, acks, firstAt, wasEarly } of [...commands.values()].flat()) {
        if (acks > 0 || wasEarly || firstAt > now - 10_000) continue
        this.#complain(
          'manners',
          now,
          `packet ${frame.sequence} of ${uin}, which came at ${firstAt.toFixed(0)}, was never acknowledged`,
        )
      }
    }
  }
}
