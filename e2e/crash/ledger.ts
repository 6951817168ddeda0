// What senders and recipients know, written down outside the server, and whether it keeps its word: G1 nothing acknowledged is
// lost, G2 repeats only where a link or the process died in between, G3 the order of each pair.

interface Message {
  readonly from: number
  readonly to: number
  /** Counts the messages of one pair from 1. */
  readonly number: number
  /** When it was first sent, in milliseconds of this process. */
  readonly sentAt: number
  /** The first life of the server that may have heard it, even if only while it died. */
  readonly life: number
  /** Whether that life has heard it for certain as soon as it was sent, unless it died first. */
  readonly isHeard: boolean
  /** When its sender was acknowledged, and in which life. */
  acknowledgedAt: number | undefined
  acknowledgedIn: number | undefined
  shown: number
  /** In which life, and in which visit of its recipient, it was shown last. */
  shownIn: string | undefined
  /** The server must know for ever that the recipient has it: another life must not show it again. */
  isSettled: boolean
  /** What has become of it, for complaints. */
  story: string
}

/** What is known of one pair. */
interface Pair {
  count: number
  /** Sent and never shown. */
  open: number
  /** Of all messages that were shown, when the latest was sent. */
  latestSentAt: number
  /** The highest number shown of those that were sent to, and accepted by, one life. */
  latest: { number: number; life: number }
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
  /** Of these, those that their senders had sent to more than one life, because one had died before it could acknowledge them. */
  repeatsOfSenders = 0
  readonly #messages = new Map<string, Message>()
  readonly #pairs = new Map<string, Pair>()
  /** What may still be missing to somebody. */
  readonly #of = new Map<number, Set<Message>>()
  /** When messages were read, in this life, by those who had the chance to say so. */
  #readInThisLife: { readonly message: Message; readonly at: number }[] = []
  #life = 0
  #isHearing = false
  /** Everything that this life of the server knew before this is on the disk, or need not be. */
  #durableUntil = Number.NEGATIVE_INFINITY

  /** The text of the next message from one to another. */
  write(from: number, to: number, now: number): string {
    const pair = this.#pairOf(from, to)
    pair.count += 1
    pair.open += 1
    const message: Message = {
      from,
      to,
      number: pair.count,
      sentAt: now,
      life: this.#life,
      isHeard: this.#isHearing,
      acknowledgedAt: undefined,
      acknowledgedIn: undefined,
      shown: 0,
      shownIn: undefined,
      isSettled: false,
      story: '',
    }
    this.#tell(message, 'sent', now)
    const text = `${from}>${to} ${pair.count}`
    this.#messages.set(text, message)
    const all = this.#of.get(to)
    if (all) all.add(message)
    else this.#of.set(to, new Set([message]))
    return text
  }

  /** How many messages of a pair were never shown. */
  openOf(from: number, to: number): number {
    return this.#pairOf(from, to).open
  }

  /**
   * The sender has the ACK. If the recipient was away all the time, then it was the disk that made the message safe; and the
   * disk keeps everything in order, so whatever the server knew before it knew this message is on the disk, too.
   */
  acknowledge(text: string, recipientWasAway: boolean, now: number): void {
    const message = this.#messages.get(text)!
    message.acknowledgedAt = now
    message.acknowledgedIn = this.#life
    this.#tell(message, recipientWasAway ? 'stored' : 'acknowledged', now)
    this.acknowledged += 1
    if (recipientWasAway && message.isHeard && message.life === this.#life) {
      this.#durableUntil = Math.max(this.#durableUntil, message.sentAt)
    }
  }

  /** A recipient was shown a message in their so many-th visit; `how` is for complaints. */
  show(to: number, visit: number, from: number, text: string, how: string): void {
    const message = this.#messages.get(text)
    if (!message || message.to !== to || message.from !== from) {
      this.complaints.push(`${to} was shown “${text}” from ${from}, which nobody wrote to them`)
      return
    }
    const here = `${this.#life} ${visit}`
    this.#tell(message, `shown in visit ${visit} ${how}`, performance.now())
    message.shown += 1
    if (message.shown > 1) {
      this.repeats += 1
      if (message.life !== (message.acknowledgedIn ?? this.#life)) this.repeatsOfSenders += 1
      else if (message.isSettled) this.#complain(message, 'was shown again, long after it had been read')
      else if (message.shownIn === here) this.#complain(message, 'was shown twice on one link in one life')
      message.shownIn = here
      return
    }
    message.shownIn = here
    this.shown += 1
    this.#of.get(to)!.delete(message)
    this.#checkOrder(message)
  }

  /** The recipient has acknowledged what it was shown. */
  read(text: string, now: number): void {
    const message = this.#messages.get(text)
    if (!message) return
    this.#tell(message, 'read', now)
    if (this.#isHearing) this.#readInThisLife.push({ message, at: now })
  }

  /** Counts the processes. */
  get life(): number {
    return this.#life
  }

  /** Another process is there. */
  beginLife(): void {
    this.#life += 1
    this.#durableUntil = Number.NEGATIVE_INFINITY
  }

  /** It hears all that is said from now on. */
  beginHearing(): void {
    this.#isHearing = true
  }

  /**
   * The process is about to die, or to stop as it should (`isGraceful`), which keeps all. What was read long enough before
   * something that is on the disk must never be shown again, unless its sender may still send it again.
   */
  endLife(now: number, isGraceful: boolean): void {
    const until = isGraceful ? now : this.#durableUntil
    for (const { message, at } of this.#readInThisLife) {
      if (message.acknowledgedAt !== undefined && at + apartMs < until) message.isSettled = true
    }
    this.#readInThisLife = []
    this.#isHearing = false
  }

  /** Whether everything that was acknowledged before `since` has been shown to somebody. */
  isAllShown(to: number, since: number): boolean {
    return this.#missing(to, since).length === 0
  }

  /** By now somebody must have been shown everything that was acknowledged before `since`. Each loss is told once, with when it was found. */
  expectAllShown(to: number, since: number, when: string): void {
    for (const message of this.#missing(to, since)) {
      this.#complain(message, `was acknowledged before ${since.toFixed(0)} and is lost in life ${this.#life}, ${when}`)
      this.#of.get(to)!.delete(message)
    }
  }

  #missing(to: number, since: number): Message[] {
    return [...(this.#of.get(to) ?? [])].filter(
      ({ acknowledgedAt }) => acknowledgedAt !== undefined && acknowledgedAt < since,
    )
  }

  /**
   * The server accepted one message before another of the same pair for certain if it acknowledged the one before the other was
   * sent, or if both were sent to one life of the server, in this order, and accepted by it.
   */
  #checkOrder(message: Message): void {
    const { from, to, number, sentAt, acknowledgedAt, acknowledgedIn, life, isHeard } = message
    const pair = this.#pairOf(from, to)
    pair.open -= 1
    if (acknowledgedAt !== undefined && acknowledgedAt < pair.latestSentAt) {
      this.#complain(message, 'was shown after a message that was sent when it had been acknowledged')
    }
    pair.latestSentAt = Math.max(pair.latestSentAt, sentAt)
    if (!isHeard || (life !== this.#life && life !== acknowledgedIn)) return
    const last = life === pair.latest.life ? pair.latest.number : 0
    if (number < last) {
      const later = this.#messages.get(`${from}>${to} ${last}`)!
      this.#complain(message, `was shown after number ${last} of the same life (${later.story})`)
    }
    pair.latest = { number: Math.max(number, last), life }
  }

  #tell(message: Message, what: string, now: number): void {
    message.story += `${message.story && '; '}${what} in life ${this.#life} at ${now.toFixed(0)}`
  }

  #complain({ from, to, number, story }: Message, what: string): void {
    this.complaints.push(`${from}>${to} ${number} ${what} (${story})`)
  }

  #pairOf(from: number, to: number): Pair {
    const key = `${from}>${to}`
    const known = this.#pairs.get(key)
    if (known) return known
    const pair = { count: 0, open: 0, latestSentAt: Number.NEGATIVE_INFINITY, latest: { number: 0, life: 0 } }
    this.#pairs.set(key, pair)
    return pair
  }
}
