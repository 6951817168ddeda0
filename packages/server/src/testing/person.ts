import { v2Client } from '@seekyou/dialect'
import { type Address, type Event, type Intent, type Millis, packAddress, status, type Uin } from '@seekyou/language'
import { Link, type LinkInput } from '@seekyou/link'
import { isFault } from '@seekyou/wire'
import { text } from './client.ts'
import type { Storm } from './storm.ts'

export interface Letter {
  readonly to: Uin
  readonly words: string
}

const dialect = v2Client()
const keepAliveMs = 120_000
/** What carries no number of its own and is never acknowledged. */
const unnumbered: ReadonlySet<number> = new Set([0x0028, 0x0046, 0x0064, 0x00f0, 0x00fa])

/** Somebody with a client that does what every client does, and remembers what the user saw. */
export class Person {
  readonly uin: Uin
  address: Address
  stage: 'away' | 'coming' | 'here' = 'away'
  status = 0
  /** What the server has acknowledged, in that order. */
  readonly acknowledged: Letter[] = []
  /** What was shown, repetitions included. */
  readonly shown: { readonly from: Uin; readonly words: string; readonly wasStored: boolean }[] = []
  readonly roster = new Map<Uin, number>()
  readonly #storm: Storm
  readonly #contacts: readonly Uin[]
  #link: Link | undefined
  #nextSequence = 1
  #port = 1
  #request = 0
  #keepAliveAt: Millis = never

  constructor(storm: Storm, uin: Uin, contacts: readonly Uin[]) {
    this.#storm = storm
    this.#contacts = contacts
    this.uin = uin
    this.address = packAddress(uin, 1)
  }

  get wakeAt(): Millis {
    return Math.min(this.#link?.wakeAt ?? never, this.#keepAliveAt)
  }

  signOn({ fromNewPort }: { fromNewPort: boolean }): void {
    this.#hangUp()
    if (fromNewPort) this.address = packAddress(this.uin, ++this.#port)
    this.stage = 'coming'
    this.roster.clear()
    this.#link = new Link(dialect.framing(this.uin), dialect.manners, this.#storm.now, this.#nextSequence)
    this.#request += 1
    const direct = { port: 0, inner: 0, capability: 6, version: 3 }
    this.#say({ name: 'signOn', uin: this.uin, password: text('secret'), status: status(this.status), direct })
  }

  signOff(): void {
    this.#say({ name: 'signOff' })
    this.#hangUp()
  }

  changeStatus(word: number): void {
    this.status = word
    this.#say({ name: 'changeStatus', status: status(word) })
  }

  write(to: Uin, words: string): void {
    this.#say({ name: 'sendMessage', to, kind: 1, text: text(words) }, { to, words })
  }

  wake(): void {
    if (this.#keepAliveAt <= this.#storm.now) {
      this.#keepAliveAt = this.#storm.now + keepAliveMs
      this.#say({ name: 'keepAlive' })
    }
    this.#turn({ kind: 'wake' })
  }

  receive(bytes: Uint8Array): void {
    const frame = dialect.framing(this.uin).open(bytes)
    if (isFault(frame) || !this.#link) return
    if (!unnumbered.has(frame.code)) {
      this.#turn({ kind: 'received', frame })
      return
    }
    const heard = dialect.hear(frame)
    if (typeof heard !== 'object' || !('event' in heard)) return
    if (heard.event.name === 'notSignedOn' && this.stage === 'here') this.signOn({ fromNewPort: false })
    if (heard.event.name === 'signOnRefused') this.#hangUp()
  }

  /** Only the sign-on is given up after a while; of one's messages to one recipient, and of one's states, one is under way. */
  #say(intent: Intent, receipt?: Letter): void {
    const patience = intent.name === 'signOn' ? 'steady' : 'message'
    const lane = intent.name === 'sendMessage' ? intent.to : intent.name === 'changeStatus' ? 1 : 0
    for (const { datagram } of dialect.speak(intent, this.#request, this.uin)) {
      this.#turn({ kind: 'send', parcel: { datagram, patience, lane, receipt } })
    }
  }

  #turn(input: LinkInput): void {
    const link = this.#link
    if (!link) return
    for (const outcome of link.handle(input, this.#storm.now)) {
      switch (outcome.kind) {
        case 'transmit':
          this.#storm.toServer(this.address, outcome.datagram)
          break
        case 'deliver': {
          const { sequence, code } = outcome.frame
          const heard = dialect.hear(outcome.frame)
          this.#turn({ kind: 'acknowledge', sequence, code })
          if (typeof heard === 'object' && 'event' in heard) this.#hear(heard.event, heard.request)
          break
        }
        case 'acknowledged':
          this.acknowledged.push(outcome.receipt as Letter)
          break
        case 'ended':
          this.#hangUp()
          break
      }
    }
    if (this.#link === link) this.#nextSequence = link.nextSequence
  }

  #hear(event: Event, request: number): void {
    switch (event.name) {
      case 'signedOn':
        if (this.stage !== 'coming' || request !== this.#request) break
        this.stage = 'here'
        this.#keepAliveAt = this.#storm.now + keepAliveMs
        this.#say({ name: 'announceContacts', uins: this.#contacts })
        this.#say({ name: 'fetchStoredMessages' })
        break
      case 'contactOnline':
      case 'contactStatusChanged':
        this.roster.set(event.uin, event.status)
        break
      case 'contactOffline':
        this.roster.delete(event.uin)
        break
      case 'messageArrived':
      case 'storedMessageArrived': {
        const wasStored = event.name === 'storedMessageArrived'
        this.shown.push({ from: event.from, words: String.fromCharCode(...event.text), wasStored })
        break
      }
    }
  }

  #hangUp(): void {
    this.#link = undefined
    this.stage = 'away'
    this.#keepAliveAt = never
  }
}

const never = Number.POSITIVE_INFINITY
