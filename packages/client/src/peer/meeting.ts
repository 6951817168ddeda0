// One chat or one sending of files, from the request to the end: how it is agreed on over a message channel, how the two sides
// come together on a connection of its own, and handing that connection to the session. What happens then is its business.
import type { Ip4, Millis, Text } from '@seekyou/language'
import { isFault, openPeer, PeerStream } from '@seekyou/wire'
import type { Channels } from './channels.ts'
import { ackStatus, chatKind, sealInit } from './frames.ts'
import { appearMs, connectMs } from './limits.ts'
import { returnedBecause } from './manners.ts'
import type { Begin, Decision, MeetingOutcome, Occasion } from './occasion.ts'
import type { Question } from './questions.ts'
import type { ChatWish, Session, SessionInput, SessionOutcome, TransferWish } from './session.ts'
import type { Surroundings } from './surroundings.ts'

export class Meeting {
  readonly occasion: Occasion
  readonly #channels: Channels
  readonly #around: Surroundings
  readonly #do: (outcome: MeetingOutcome) => void
  /**
   * `asking`: we have asked. `calling`: they agreed, and we connect. `asked`: the user has to decide. `opening`: they did, and a
   * port is looked for. `awaiting`: the peer may connect. `meeting`: the session has begun.
   */
  #stage: 'asking' | 'calling' | 'asked' | 'opening' | 'awaiting' | 'meeting' | 'over'
  #ip: Ip4
  #begin: Begin | undefined
  #session: Session | undefined
  /** When this stage has taken too long. */
  #until: Millis | undefined
  #listener: number | undefined
  /** The connection of the session, or one that may become it. */
  #connection: number | undefined
  /** What came over it before the introduction. */
  #stream: PeerStream | undefined

  constructor(
    occasion: Occasion,
    channels: Channels,
    around: Surroundings,
    carryOut: (outcome: MeetingOutcome) => void,
  ) {
    this.occasion = occasion
    this.#channels = channels
    this.#around = around
    this.#do = carryOut
    this.#ip = occasion.ip
    this.#stage = occasion.request ? 'asked' : 'asking'
  }

  get isUndecided(): boolean {
    return this.#stage === 'asked'
  }

  get isOver(): boolean {
    return this.#stage === 'over'
  }

  get listener(): number | undefined {
    return this.#listener
  }

  get connection(): number | undefined {
    return this.#connection
  }

  get wakeAt(): Millis | undefined {
    return this.#session ? this.#session.wakeAt : this.#until
  }

  ask(question: Question, begin: Begin, now: Millis): void {
    this.#begin = begin
    if (!this.#channels.ask(this.occasion.peer, question, this, now)) this.#end('unreachable')
  }

  /** The peer has answered. */
  answered({ status, reason, ip, port }: Decision, now: Millis): void {
    if (this.#stage !== 'asking') return
    if (returnedBecause(status) !== undefined) this.#end('refused', reason)
    else if (port === 0) this.#end('unreachable')
    else {
      this.#stage = 'calling'
      this.#ip = ip
      this.#until = now + connectMs
      this.#connection = this.#around.newConnection()
      this.#do({ kind: 'connect', connection: this.#connection, ip, port })
    }
  }

  /** The peer has not answered, and will not. */
  unanswered(): void {
    if (this.#stage === 'asking') this.#end('unreachable')
  }

  /** The user agrees. */
  accept(begin: Begin, now: Millis): void {
    const { ports } = this.#around
    if (this.#stage !== 'asked' || !ports) return
    this.#stage = 'opening'
    this.#begin = begin
    this.#until = now + appearMs
    this.#listener = this.#around.newListener()
    this.#do({ kind: 'listen', listener: this.#listener, ports })
  }

  refuse(reason: Text, now: Millis): void {
    if (this.#stage !== 'asked') return
    this.#answer(ackStatus.refused, reason, now)
    this.#end('refused')
  }

  /** The peer takes the request back (its `sequence`), or their message channel is gone, and nothing can be answered. */
  withdrawn(connection: number, sequence: number | undefined): void {
    const { request } = this.occasion
    if (request?.connection !== connection || this.#stage === 'meeting') return
    const isUnanswered = this.#stage === 'asked' || this.#stage === 'opening'
    if (sequence === undefined ? isUnanswered : request.sequence === sequence) this.#end('cancelled')
  }

  /** A port was found for the peer to connect to, or none was free. */
  listening(port: number | undefined, now: Millis): void {
    if (this.#stage !== 'opening') return
    if (port === undefined) {
      this.#listener = undefined
      this.#answer(ackStatus.refused, nothing, now)
      this.#end('unreachable')
      return
    }
    this.#stage = 'awaiting'
    this.#until = now + appearMs
    this.#answer(ackStatus.accepted, nothing, now, port)
  }

  /** Somebody has connected. False: it is not to be. */
  admit(connection: number, from: Ip4): boolean {
    if (this.#stage !== 'awaiting') return false
    const because = this.#connection !== undefined ? 'crowded' : this.#ip !== from ? 'wrongAddress' : undefined
    if (because) {
      this.#do({ kind: 'dropped', because })
      return false
    }
    this.#connection = connection
    this.#stream = new PeerStream()
    return true
  }

  /** Something happened on the connection, to a file, or at the user's wish. */
  handle(input: SessionInput, now: Millis): void {
    if (this.#session) this.#turn(this.#session, input, now)
    else if (this.#stage === 'calling') this.#call(input, now)
    else if (input.kind === 'received') this.#introduce(input.bytes, now)
    else if (input.kind === 'closed') this.#dismiss()
  }

  /** The user does not want it any more: `wish` says so to the session. */
  leave(wish: ChatWish | TransferWish, now: Millis): void {
    if (this.#session) this.#turn(this.#session, { kind: 'wish', wish }, now)
    else if (this.#stage === 'asked') this.refuse(nothing, now)
    else {
      if (this.#stage === 'asking') this.#channels.cancel(this, now)
      if (this.#stage === 'opening') this.#answer(ackStatus.refused, nothing, now)
      this.#end('cancelled')
    }
  }

  wake(now: Millis): void {
    const { wakeAt } = this
    if (wakeAt === undefined || now < wakeAt) return
    if (this.#session) this.#turn(this.#session, { kind: 'wake' }, now)
    else this.#end('unreachable')
  }

  #call(input: SessionInput, now: Millis): void {
    if (input.kind === 'closed') {
      this.#connection = undefined
      this.#end('unreachable')
    } else if (input.kind === 'connected') {
      this.#do({ kind: 'write', connection: this.#connection!, bytes: sealInit(this.#around.me) })
      this.#meet(now)
    }
  }

  /** The first frame must say that the one is there who is awaited. */
  #introduce(bytes: Uint8Array, now: Millis): void {
    const stream = this.#stream
    stream?.push(bytes)
    const first = stream?.frame()
    if (!stream || !first) return
    const { kind, peer } = this.occasion
    const frame = openPeer(kind === chatKind ? 'chat' : 'file', first)
    const isInit = !isFault(frame) && frame.name === 'channelInit'
    if (isInit && frame.value.uin === peer) {
      this.#meet(now)
      const rest = stream.rest()
      if (rest.length > 0) this.handle({ kind: 'received', bytes: rest }, now)
      return
    }
    this.#do({ kind: 'dropped', because: isInit ? 'wrongUin' : 'noIntroduction' })
    this.#do({ kind: 'close', connection: this.#connection! })
    this.#dismiss()
  }

  /** Whoever has connected was not the one, who may still come. */
  #dismiss(): void {
    this.#connection = undefined
    this.#stream = undefined
  }

  #meet(now: Millis): void {
    this.#unlisten()
    this.#stage = 'meeting'
    this.#stream = undefined
    this.#session = this.#begin!(this.occasion)
    this.#turn(this.#session, { kind: 'connected' }, now)
  }

  #turn(session: Session, input: SessionInput, now: Millis): void {
    for (const outcome of session.handle(input, now)) this.#follow(outcome)
    if (session.isOver) this.#stage = 'over'
  }

  #follow(outcome: SessionOutcome): void {
    switch (outcome.kind) {
      case 'write':
      case 'close':
      case 'pause':
      case 'resume':
        this.#do({ ...outcome, connection: this.#connection! })
        break
      default:
        this.#do(outcome)
    }
  }

  /** Ends it without a session. */
  #end(because: 'refused' | 'unreachable' | 'cancelled', reason: Text = nothing): void {
    this.#unlisten()
    this.#stage = 'over'
    const { id, kind } = this.occasion
    if (this.#connection !== undefined) this.#do({ kind: 'close', connection: this.#connection })
    this.#do({ kind: kind === chatKind ? 'chatEnded' : 'filesEnded', id, because, reason })
  }

  #unlisten(): void {
    if (this.#listener === undefined) return
    this.#do({ kind: 'unlisten', listener: this.#listener })
    this.#listener = undefined
  }

  #answer(status: number, text: Text, now: Millis, port = 0): void {
    const { request, kind } = this.occasion
    if (!request) return
    const { connection, sequence } = request
    this.#channels.answer(connection, { kind, sequence, ackStatus: status, text, port }, now)
  }
}

const nothing: Text = new Uint8Array(0)
