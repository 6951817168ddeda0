// The life of the connection: knocking until the server answers, staying while the line holds, coming back. It knows nothing
// of contacts and messages.
import type { ClientDialect } from '@seekyou/dialect'
import type { Event, Intent, Ip4, Millis, Text, Uin } from '@seekyou/language'
import { type Frame, isFault } from '@seekyou/wire'
import { BackOff } from './back-off.ts'
import type { ClientState } from './hear-and-say.ts'
import { Knock } from './knock.ts'
import { Line, type LineOutcome, type Manner } from './line.ts'
import { Timers } from './timers.ts'

/** Why somebody is not on line. */
export type EndOfLink =
  /** They wanted to go. */
  | 'signedOff'
  /** It is wrong, or nobody has this UIN. */
  | 'password'
  /** The server asks to come back later. */
  | 'busy'
  /** The server does not answer. */
  | 'noAnswer'
  /** The server has forgotten the connection. */
  | 'notKnown'
  /** Somebody signed on with the same UIN, or the operator ended it. */
  | 'signedOffElsewhere'
  /** Datagrams go another way from here on: they sign on again at once. */
  | 'moved'

export type ConnectionOutcome =
  | { readonly kind: 'transmit'; readonly datagram: Uint8Array }
  /** Signed on over a new line, on which nothing has been announced. */
  | { readonly kind: 'began'; readonly outer: Ip4 }
  | { readonly kind: 'heard'; readonly event: Event; readonly request: number }
  | { readonly kind: 'acknowledged'; readonly receipt: unknown }
  | { readonly kind: 'ended'; readonly because: EndOfLink; readonly againAt: Millis | undefined }
  | { readonly kind: 'registered'; readonly uin: Uin }
  | { readonly kind: 'registrationRefused'; readonly because: 'refused' | 'noAnswer' }

const leaveMs = 10_000
/** A line that lived for so long was a good one: the next trouble is a new one. */
const goodLineMs = 60_000
/** How long a datagram of an earlier line may still be under way. */
const underWayMs = 60_000
const farewell = Symbol('farewell')

export class Connection {
  readonly #dialect: ClientDialect
  readonly #random: () => number
  readonly #signOnIntent: () => Intent<'signOn'>
  readonly #timers = new Timers<'knock' | 'again' | 'leave'>()
  readonly #backOff: BackOff
  #state: ClientState = 'offline'
  #knock: Knock | undefined
  #line: Line | undefined
  /** The mark of the sign-on that the line began with. */
  #letInBy = 0
  #uin = 0
  #nextSequence = 1
  #beganAt: Millis = 0
  #out: ConnectionOutcome[] = []

  /** `signOnIntent` is asked at every attempt, because the user may have changed their mind since the last one. */
  constructor(dialect: ClientDialect, random: () => number, signOnIntent: () => Intent<'signOn'>) {
    this.#dialect = dialect
    this.#random = random
    this.#signOnIntent = signOnIntent
    this.#backOff = new BackOff(random)
  }

  get state(): ClientState {
    return this.#state
  }

  get wakeAt(): Millis | undefined {
    const wakeAt = this.#line?.wakeAt
    const { next } = this.#timers
    return wakeAt === undefined || (next !== undefined && next < wakeAt) ? next : wakeAt
  }

  /** What has happened since the last call, in order. */
  takeOutcomes(): ConnectionOutcome[] {
    const out = this.#out
    this.#out = []
    return out
  }

  /** Signs on now, dropping whatever was under way. */
  signOn(now: Millis): void {
    this.#drop()
    const intent = this.#signOnIntent()
    this.#state = 'signingOn'
    this.#uin = intent.uin
    this.#beginKnock(intent, now)
  }

  register(password: Text, now: Millis): void {
    if (this.#state !== 'offline') throw new Error('Sign off before you register a new number.')
    this.#state = 'registering'
    this.#uin = 0
    this.#beginKnock({ name: 'register', password }, now)
  }

  /** Says goodbye. The state is `leaving` until the server has heard it, or ten seconds have passed. */
  leave(now: Millis): void {
    if (this.#state === 'signingOn') this.#sayBlindly({ name: 'signOff' })
    if (this.#state !== 'online') {
      this.#finishLeaving()
      return
    }
    this.#state = 'leaving'
    this.#timers.set('leave', now + leaveMs)
    this.say({ name: 'signOff' }, now, { patience: 'brisk', receipt: farewell })
  }

  /** The road to the server is another one: sign on again, unless the user is off line on purpose. */
  move(now: Millis): void {
    if (this.#state !== 'offline' && this.#state !== 'registering') this.#end('moved', now, now)
  }

  /** Says something over the line. To be called while on line. */
  say(intent: Intent, now: Millis, manner?: Manner): void {
    if (!this.#line) throw new Error('nothing can be said while off line')
    this.#follow(this.#line.say(intent, now, manner), now)
  }

  receive(bytes: Uint8Array, now: Millis): void {
    const frame = this.#dialect.framing(this.#uin).open(bytes)
    if (isFault(frame)) return
    if (this.#line) this.#converse(this.#line, frame, now)
    else if (this.#knock) this.#hearAnswer(this.#knock, frame, now)
  }

  wake(now: Millis): void {
    for (let reason = this.#timers.takeDue(now); reason; reason = this.#timers.takeDue(now)) {
      if (reason === 'knock') this.#knockAgain(now)
      else if (reason === 'again') this.signOn(now)
      else this.#finishLeaving()
    }
    if (this.#line) this.#follow(this.#line.wake(now), now)
  }

  #beginKnock(intent: Intent<'signOn' | 'register'>, now: Millis): void {
    const request = this.#mark()
    this.#knock = new Knock(this.#sayBlindly(intent, request), request, now)
    this.#timers.set('knock', this.#knock.dueAt)
  }

  /** Says something without a line, once. */
  #sayBlindly(intent: Intent, request = 0): Uint8Array {
    const [spoken] = this.#dialect.speak(intent, request, this.#uin)
    if (!spoken) throw new Error(`a dialect must have a word for ${intent.name}`)
    this.#dialect.framing(this.#uin).renumber(spoken.datagram, this.#nextSequence)
    this.#nextSequence = (this.#nextSequence + 1) & 0xffff
    this.#out.push({ kind: 'transmit', datagram: spoken.datagram })
    return spoken.datagram
  }

  #knockAgain(now: Millis): void {
    const knock = this.#knock
    if (!knock) return
    if (knock.again(now)) {
      this.#timers.set('knock', knock.dueAt)
      this.#out.push({ kind: 'transmit', datagram: knock.datagram })
    } else if (this.#state === 'registering') this.#endRegistration('noAnswer')
    else this.#end('noAnswer', now, this.#soon(now))
  }

  /** Whatever else comes before the answer belongs to an earlier line, and is not acknowledged. */
  #hearAnswer(knock: Knock, frame: Frame, now: Millis): void {
    const heard = this.#dialect.hear(frame)
    if (heard === 'unknown' || !('event' in heard)) return
    const { event, request } = heard
    const isRegistering = this.#state === 'registering'
    if (event.name === 'signOnRefused' && event.because === 'busy') {
      if (isRegistering) this.#endRegistration('refused')
      else this.#end('busy', now, this.#soon(now))
      return
    }
    if (request !== knock.request) return
    if (isRegistering && event.name === 'registered') {
      this.#drop()
      this.#state = 'offline'
      this.#out.push({ kind: 'registered', uin: event.uin })
    } else if (!isRegistering && event.name === 'signedOn') this.#begin(frame, event.outer, now)
    else if (!isRegistering && event.name === 'signOnRefused') this.#end('password', now, undefined)
  }

  #begin(frame: Frame, outer: Ip4, now: Millis): void {
    if (this.#knock) this.#letInBy = this.#knock.request
    this.#drop()
    this.#state = 'online'
    this.#beganAt = now
    this.#line = new Line(this.#dialect, this.#uin, () => this.#mark(), frame, this.#nextSequence, now)
    this.#follow(this.#line.begin(now), now)
    this.#out.push({ kind: 'began', outer })
  }

  /** Four events are about the line itself and are never acknowledged (docs/protocol/reliability.md). */
  #converse(line: Line, frame: Frame, now: Millis): void {
    if (frame.code === this.#dialect.manners.ackCode) {
      this.#follow(line.receive(frame, undefined, now), now)
      return
    }
    const said = this.#dialect.hear(frame)
    const heard = said !== 'unknown' && 'event' in said ? said : undefined
    const event = heard?.event
    if (event?.name === 'notSignedOn') {
      // It carries the number of the packet that it answers.
      if (line.isOurs(frame.sequence)) this.#end('notKnown', now, this.#atOnce(now))
      return
    }
    if (line.isEarlier(frame.sequence)) {
      this.#giveUpForEarlier(now)
      return
    }
    switch (event?.name) {
      case 'signedOff':
        this.#end('signedOffElsewhere', now, now + this.#backOff.pause(60_000, 900_000))
        break
      case 'signOnRefused':
        // A server may ask a client in this way to begin again.
        if (event.because === 'busy') this.#end('busy', now, this.#atOnce(now))
        break
      case 'registered':
        break
      case 'signedOn':
        // One that does not answer us was asked for by somebody else, in our name, or on an earlier line.
        if (heard?.request === this.#letInBy) this.#follow(line.receive(frame, heard, now), now)
        else if (event.uin === this.#uin) this.#giveUpForEarlier(now)
        break
      default:
        this.#follow(line.receive(frame, heard, now), now)
    }
  }

  /**
   * The server speaks as on an earlier line, of which nothing can be under way any more: it was started again, did not know of this one,
   * and would never be heard.
   */
  #giveUpForEarlier(now: Millis): void {
    if (now - this.#beganAt >= underWayMs) this.#end('notKnown', now, this.#atOnce(now))
  }

  #follow(outcomes: readonly LineOutcome[], now: Millis): void {
    const line = this.#line
    for (const outcome of outcomes) {
      if (line !== this.#line) return
      switch (outcome.kind) {
        case 'letInAgain':
          this.#begin(outcome.frame, outcome.outer, now)
          break
        case 'acknowledged':
          if (now - this.#beganAt >= goodLineMs) this.#backOff.reset()
          if (outcome.receipt === farewell) this.#finishLeaving()
          else this.#out.push(outcome)
          break
        case 'dead':
          this.#end('noAnswer', now, this.#soon(now))
          break
        default:
          this.#out.push(outcome)
      }
    }
  }

  #endRegistration(because: 'refused' | 'noAnswer'): void {
    this.#drop()
    this.#state = 'offline'
    this.#out.push({ kind: 'registrationRefused', because })
  }

  #finishLeaving(): void {
    this.#drop()
    if (this.#state === 'offline') return
    this.#state = 'offline'
    this.#out.push({ kind: 'ended', because: 'signedOff', againAt: undefined })
  }

  #end(because: EndOfLink, now: Millis, againAt: Millis | undefined): void {
    if (this.#state === 'leaving') {
      this.#finishLeaving()
      return
    }
    this.#drop()
    this.#state = againAt === undefined ? 'offline' : 'waiting'
    this.#out.push({ kind: 'ended', because, againAt })
    if (againAt === undefined) return
    if (againAt <= now) this.signOn(now)
    else this.#timers.set('again', againAt)
  }

  #soon(now: Millis): Millis {
    return now + this.#backOff.pause(5_000, 60_000)
  }

  /** At once the first time, so that nobody notices that a server was started again; then with pauses. */
  #atOnce(now: Millis): Millis {
    const isFirst = this.#backOff.isFresh
    const pause = this.#backOff.pause(2_500, 60_000)
    return isFirst ? now : now + pause
  }

  /** Numbers go on over all lines, so that what was said on one is never taken for something said on another. */
  #drop(): void {
    if (this.#line) this.#nextSequence = this.#line.nextSequence
    this.#line = undefined
    this.#knock = undefined
    this.#timers.clearAll()
  }

  /** A mark for a request: not guessable, so that nobody else can answer. */
  #mark(): number {
    return Math.floor(this.#random() * 0x1_0000)
  }
}
