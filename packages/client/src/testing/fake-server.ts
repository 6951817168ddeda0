// A server that says what a test wants it to say, and understands what a client sends.
import { v2Server } from '@seekyou/dialect'
import { type Direct, type Event, type Intent, status, type Uin, uin } from '@seekyou/language'
import type { Frame } from '@seekyou/wire'
import type { Client } from '../client.ts'
import type { ClientInput, ClientOutcome } from '../hear-and-say.ts'
import type { Wish } from '../wishes.ts'

/** One datagram of the client's, as a server reads it. `ack`: the number that it acknowledges. */
export type Heard =
  | { readonly sequence: number; readonly intent: Intent; readonly request: number }
  | { readonly ack: number }

const dialect = v2Server()
export const ann = uin(1_001)
export const bob = uin(1_002)
export const cat = uin(1_003)
export const text = (string: string): Uint8Array => Uint8Array.from(string, (char) => char.charCodeAt(0))
export const unreachable: Direct = { port: 0, inner: 0, capability: 6, version: 3 }
export const signOn: Wish = { name: 'signOn', uin: ann, password: text('secret'), status: status(0) }

/** A client and the server that a test plays for it, on a clock of their own. */
export class Stage {
  readonly client: Client
  now = 0
  /** What the client told its user, oldest first; emptied by `news`. */
  #told: Exclude<ClientOutcome, { kind: 'transmit' }>[] = []
  #sent: Heard[] = []
  #nextSequence = 0

  constructor(client: Client) {
    this.client = client
  }

  wish(wish: Wish): void {
    this.#give({ kind: 'wish', wish })
  }

  move(): void {
    this.#give({ kind: 'moved' })
  }

  /** Lets time pass, waking the client whenever it wants to be woken. */
  pass(milliseconds: number): void {
    const end = this.now + milliseconds
    for (let at = this.client.wakeAt; at !== undefined && at <= end; at = this.client.wakeAt) {
      this.now = Math.max(at, this.now)
      this.#give({ kind: 'wake' })
    }
    this.now = end
  }

  /** The same while the server acknowledges whatever comes. */
  passAnswered(milliseconds: number): void {
    for (const end = this.now + milliseconds; this.now < end; ) {
      this.pass(Math.min(10_000, end - this.now))
      for (const heard of this.sent()) if ('intent' in heard) this.ack(heard.sequence)
    }
  }

  /** The server says something under its next number (or another); returns the number. */
  say(event: Event, { request = 0, sequence = this.#nextSequence++ } = {}): number {
    for (const { datagram } of dialect.speak(event, request, { directVersion: 3 })) {
      dialect.framing.renumber(datagram, sequence)
      this.#give({ kind: 'datagram', bytes: datagram })
    }
    return sequence
  }

  /** The server acknowledges packets of the client. */
  ack(...sequences: readonly number[]): void {
    for (const sequence of sequences) this.#give({ kind: 'datagram', bytes: dialect.framing.ack(sequence) })
  }

  give(bytes: Uint8Array): void {
    this.#give({ kind: 'datagram', bytes })
  }

  /** What the client has sent since the last call. */
  sent(): Heard[] {
    return this.#sent.splice(0)
  }

  /** The names of what it has sent since the last call, ACKs as `ack 3`. */
  names(): string[] {
    return this.sent().map((heard) => ('ack' in heard ? `ack ${heard.ack}` : heard.intent.name))
  }

  /** What the user was told since the last call. */
  news(): Exclude<ClientOutcome, { kind: 'transmit' }>[] {
    return this.#told.splice(0)
  }

  /** Signs on and answers everything that a client asks at first. Returns the names of what it sent. */
  begin(wish: Wish = signOn): string[] {
    this.wish(wish)
    return this.letIn()
  }

  /** Lets a client in that is knocking. */
  letIn({ sequence }: { sequence?: number } = {}): string[] {
    const knock = this.#lastKnock()
    this.ack(knock.sequence)
    const { uin } = knock.intent as Intent<'signOn'>
    this.say(
      { name: 'signedOn', uin, outer: 1 },
      { request: knock.request, ...(sequence !== undefined && { sequence }) },
    )
    const names: string[] = []
    for (const heard of this.sent()) {
      names.push('ack' in heard ? `ack ${heard.ack}` : heard.intent.name)
      if ('intent' in heard) this.ack(heard.sequence)
    }
    return names
  }

  #lastKnock(): Extract<Heard, { intent: Intent }> {
    for (const heard of this.sent().reverse()) if ('intent' in heard && heard.intent.name === 'signOn') return heard
    throw new Error('nobody is knocking')
  }

  #give(input: ClientInput): void {
    for (const outcome of this.client.handle(input, this.now)) {
      if (outcome.kind === 'transmit') this.#sent.push(hear(outcome.datagram))
      else this.#told.push(outcome)
    }
  }
}

function hear(datagram: Uint8Array): Heard {
  const frame = dialect.framing.open(datagram) as Frame
  if (frame.code === dialect.manners.ackCode) return { ack: frame.sequence }
  const heard = dialect.hear(frame)
  if (heard === 'unknown' || !('intent' in heard)) throw new Error('the client said something that nobody understands')
  return { sequence: frame.sequence, intent: heard.intent, request: heard.request }
}

/** A message to somebody. */
export const message = (id: number, to: Uin, words: string): Wish => ({
  name: 'sendMessage',
  id,
  to,
  kind: 1,
  text: text(words),
})
