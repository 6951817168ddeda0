// What senders and recipients know, written down outside the server, and whether it keeps its word: G1 nothing acknowledged is
// lost, G2 repeats only where a link or the process died in between, G3 the order of each pair.

interface Message {
  readonly from: number
  readonly to: number
  /** Counts the messages of one pair from 1. */
  readonly number: number
  /** When it was sent, in milliseconds of this process. */
  readonly sentAt: number
  /** In which life of the server it was sent. */
  readonly life: number
  /** When its sender was acknowledged. */
  acknowledgedAt: number | undefined
  shown: number
  /** When its recipient last acknowledged it. */
  readAt: number | undefined
  /** The server must know for ever that the recipient has it: another life must not show it again. */
  isSettled: boolean
}

/** Two datagrams from two sockets, so far apart, reach the server in the order in which they were sent. */
const apartMs = 20

export class Ledger {
  /** Every broken promise, in words. */
  readonly complaints: string[] = []
  acknowledged = 0
  shown = 0
  /** Messages shown again because the process or the link died before it knew that they had been read. */
  repeats = 0
  readonly #messages = new Map<string, Message>()
  readonly #numbers = new Map<string, number>()
  readonly #lastShown = new Map<string, number>()
  readonly #of = new Map<number, Message[]>()
  readonly #readInThisLife: Message[] = []
  #life = 1
  /** Everything that was sent before this is on the disk, or need not be. */
  #durableUntil = Number.NEGATIVE_INFINITY

  /** The text of the next message from one to another. */
  write(from: number, to: number, now: number): string {
    const pair = `${from}>${to}`
    const number = (this.#numbers.get(pair) ?? 0) + 1
    this.#numbers.set(pair, number)
    const message: Message = {
      from,
      to,
      number,
      sentAt: now,
      life: this.#life,
      acknowledgedAt: undefined,
      shown: 0,
      readAt: undefined,
      isSettled: false,
    }
    const text = `${pair} ${number}`
    this.#messages.set(text, message)
    const all = this.#of.get(to)
    if (all) all.push(message)
    else this.#of.set(to, [message])
    return text
  }

  /**
   * The sender has the ACK. If the recipient was away all the time, then it was the disk that made the message safe; and the
   * disk keeps everything in order, so whatever the server knew before it knew this message is on the disk, too.
   */
  acknowledge(text: string, recipientWasAway: boolean, now: number): void {
    const message = this.#messages.get(text)!
    message.acknowledgedAt = now
    this.acknowledged += 1
    if (recipientWasAway) this.#durableUntil = Math.max(this.#durableUntil, message.sentAt)
  }

  /** A recipient was shown a message. */
  show(to: number, from: number, text: string): void {
    const message = this.#messages.get(text)
    if (!message || message.to !== to || message.from !== from) {
      this.complaints.push(`${to} was shown “${text}” from ${from}, which nobody wrote to them`)
      return
    }
    message.shown += 1
    if (message.shown > 1) {
      this.repeats += 1
      if (message.isSettled) this.complaints.push(`${text} was shown again, long after it had been read`)
      return
    }
    this.shown += 1
    const pair = `${from}>${to}`
    const last = this.#lastShown.get(pair) ?? 0
    if (message.number < last) this.complaints.push(`${text} was shown after number ${last}`)
    this.#lastShown.set(pair, Math.max(last, message.number))
  }

  /** The recipient has acknowledged what it was shown. */
  read(text: string, now: number): void {
    const message = this.#messages.get(text)
    if (!message) return
    message.readAt = now
    this.#readInThisLife.push(message)
  }

  /** The process has died. What was read long enough before something that is on the disk must never be shown again. */
  endLife(): void {
    for (const message of this.#readInThisLife) {
      if (message.readAt !== undefined && message.readAt + apartMs < this.#durableUntil) message.isSettled = true
    }
    this.#readInThisLife.length = 0
    this.#life += 1
  }

  /** A recipient signed on at `since` and has fetched everything: what was acknowledged before must have been shown. */
  expectAllShown(to: number, since: number): void {
    const kept = this.#of.get(to) ?? []
    for (const { acknowledgedAt, life, shown, from, number } of kept) {
      if (shown === 0 && acknowledgedAt !== undefined && acknowledgedAt < since) {
        this.complaints.push(
          `${from}>${to} ${number} was acknowledged in life ${life} and is lost in life ${this.#life}`,
        )
      }
    }
    // An ACK from a life that is over comes no more.
    this.#of.set(
      to,
      kept.filter(({ life }) => life === this.#life),
    )
  }
}
