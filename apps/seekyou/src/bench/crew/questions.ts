import type { Crowd } from './crowd.ts'
import type { User } from './user.ts'

/** A question that has not been answered. Times in milliseconds. */
export interface Question {
  readonly sequence: number
  readonly datagram: Uint8Array
  readonly dueAt: number
  isAcknowledged: boolean
  sentAt: number
}

const askAgainMs = 10_000

/**
 * What users ask who have no link: to sign on, to get a number. The same datagram is sent again every ten seconds until it is
 * answered: a real client gives up in between, and its user begins again.
 */
export class Questions {
  readonly #crowd: Crowd
  /** In the order of sending. */
  readonly #open = new Map<User, Question>()
  readonly #timer: NodeJS.Timeout

  constructor(crowd: Crowd) {
    this.#crowd = crowd
    const acknowledged = crowd.onOtherAck
    crowd.onOtherAck = (user, sequence) => {
      const question = this.#open.get(user)
      if (question?.sequence === sequence) question.isAcknowledged = true
      else acknowledged(user, sequence)
    }
    this.#timer = setInterval(() => this.#askAgain(performance.now()), 100)
  }

  ask(user: User, datagram: Uint8Array, dueAt: number, now: number): void {
    const sequence = this.#crowd.number(user, datagram)
    this.#open.set(user, { sequence, datagram, dueAt, isAcknowledged: false, sentAt: now })
    user.lastSentAt = now
    this.#crowd.transmit(user, datagram)
  }

  /** The user's open question, if there is one. */
  of(user: User): Question | undefined {
    return this.#open.get(user)
  }

  /** The question is answered, or not asked any more. */
  end(user: User): void {
    this.#open.delete(user)
  }

  close(): void {
    clearInterval(this.#timer)
  }

  #askAgain(now: number): void {
    for (const [user, question] of this.#open) {
      if (now - question.sentAt < askAgainMs) return
      question.sentAt = now
      this.#open.delete(user)
      this.#open.set(user, question)
      this.#crowd.counts.resent += 1
      this.#crowd.transmit(user, question.datagram)
    }
  }
}
