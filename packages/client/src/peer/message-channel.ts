// The conversation over one message connection, from the introduction to the end: requests, answers under the sequence of the
// request, cancellations, in both directions. What is asked and what is answered is decided elsewhere.
import type { Ip4, Machine, Millis, Uin } from '@seekyou/language'
import { isFault, openPeer } from '@seekyou/wire'
import { Timers } from '../timers.ts'
import type { ChannelEnd, ChannelInput, ChannelOutcome } from './channel-input.ts'
import type { PeerDrop } from './drops.ts'
import {
  type Answered,
  asksForPerson,
  isAnswer,
  type Me,
  sealInit,
  sealWords,
  spokenVersion,
  type Words,
} from './frames.ts'
import { backlogMax, connectMs, decideMs, faultsMax, frameMax, idleMs, introduceMs } from './limits.ts'
import { PacedFrames } from './paced-frames.ts'
import { type OpenQuestion, Questions } from './questions.ts'

export class MessageChannel implements Machine<ChannelInput, ChannelOutcome> {
  /** The address at the other end. */
  readonly ip: Ip4
  /** Whether we have connected. */
  readonly isOurs: boolean
  readonly #me: () => Me
  readonly #frames = new PacedFrames()
  readonly #questions = new Questions()
  readonly #timers = new Timers<'appear' | 'idle' | 'read'>()
  /** What the peer has asked and a person has to decide, by sequence. */
  readonly #owed = new Set<number>()
  #peer: Uin | undefined
  #version: number
  #isConnected: boolean
  #isOver = false
  #faults = 0
  #unsent = 0
  #out: ChannelOutcome[] = []

  /** `me` is asked for every frame. */
  constructor(me: () => Me, end: ChannelEnd, now: Millis) {
    this.#me = me
    this.ip = end.ip
    this.isOurs = end.calls !== undefined
    this.#peer = end.calls
    this.#version = spokenVersion(end.calls === undefined ? undefined : end.version)
    this.#isConnected = !this.isOurs
    this.#timers.set('appear', now + (this.isOurs ? connectMs : introduceMs))
  }

  /** Who is there, as far as they say; undefined until they have said it. */
  get peer(): Uin | undefined {
    return this.#peer
  }

  get wakeAt(): Millis | undefined {
    const { next } = this.#timers
    const { dueAt } = this.#questions
    return next === undefined || (dueAt !== undefined && dueAt < next) ? dueAt : next
  }

  handle(input: ChannelInput, now: Millis): readonly ChannelOutcome[] {
    this.#out = []
    if (!this.#isOver) this.#take(input, now)
    return this.#out
  }

  #take(input: ChannelInput, now: Millis): void {
    switch (input.kind) {
      case 'connected':
        this.#begin(now)
        break
      case 'received':
        this.#frames.push(input.bytes)
        this.#read(now)
        break
      case 'drained':
        this.#unsent = 0
        break
      case 'closed':
        this.#end()
        break
      case 'leave':
        this.#close()
        break
      case 'wake':
        this.#wake(now)
        break
      case 'ask': {
        const open = this.#questions.add(input.question, input.receipt)
        if (this.#isConnected) this.#ask(open, now)
        break
      }
      case 'cancel':
        this.#cancel(this.#questions.find(input.receipt), now)
        break
      case 'answer':
        this.#owed.delete(input.words.sequence)
        this.#say({ ...input.words, command: 'ack' }, now)
        break
    }
  }

  #begin(now: Millis): void {
    if (this.#isConnected) return
    this.#isConnected = true
    this.#timers.clear('appear')
    this.#write(sealInit(this.#me(), this.#version), now)
    for (const open of this.#questions.all()) this.#ask(open, now)
  }

  #ask(open: OpenQuestion, now: Millis): void {
    this.#questions.asked(open, now)
    this.#say({ ...open.question, command: 'message', sequence: open.sequence }, now)
  }

  #cancel(open: OpenQuestion | undefined, now: Millis): void {
    if (!open) return
    const { sequence, question } = open
    this.#questions.close(open)
    if (this.#isConnected) this.#say({ command: 'cancel', kind: question.kind, text: nothing, sequence }, now)
  }

  #say(words: Words, now: Millis): void {
    this.#write(sealWords(this.#me(), this.#version, words), now)
  }

  #write(bytes: Uint8Array, now: Millis): void {
    if (this.#isOver) return
    this.#unsent += bytes.length
    this.#out.push({ kind: 'write', bytes })
    this.#stir(now)
    // Somebody who asks and asks and does not read the answers.
    if (this.#unsent > backlogMax) this.#fail('flooding')
  }

  /** Something has happened: the connection is of use. */
  #stir(now: Millis): void {
    const isPending = this.#owed.size > 0 || this.#questions.size > 0
    this.#timers.set('idle', now + (isPending ? decideMs : idleMs))
  }

  #wake(now: Millis): void {
    for (let reason = this.#timers.takeDue(now); reason; reason = this.#timers.takeDue(now)) {
      if (reason === 'read') {
        this.#out.push({ kind: 'resume' })
        this.#read(now)
      } else if (reason === 'appear') this.#fail('silent')
      else this.#close()
      if (this.#isOver) return
    }
    const { dueAt } = this.#questions
    if (dueAt !== undefined && dueAt <= now) this.#fail('silent')
  }

  /** Answers to what we have asked may come as fast as they like. */
  readonly #isFree = (bytes: Uint8Array): boolean => {
    const frame = openPeer('message', bytes)
    return !isFault(frame) && isAnswer(frame) && this.#questions.answeredBy(frame) !== undefined
  }

  #read(now: Millis): void {
    while (!this.#isOver) {
      const bytes = this.#frames.next(this.#isFree, now)
      if (!bytes) break
      this.#hear(bytes, now)
    }
    const { readyAt, isFlooded } = this.#frames
    if (this.#isOver || readyAt === undefined) return
    if (isFlooded) this.#fail('flooding')
    else if (!this.#timers.has('read')) {
      this.#out.push({ kind: 'pause' })
      this.#timers.set('read', readyAt)
    }
  }

  #hear(bytes: Uint8Array, now: Millis): void {
    if (bytes.length > frameMax) {
      this.#drop('tooLarge')
      return
    }
    const frame = openPeer('message', bytes)
    if (isFault(frame)) this.#drop(frame.fault === 'unexpected' ? 'unexpected' : 'unreadable')
    else if (frame.name === 'channelInit') this.#meet(frame.value.uin, frame.value.tcpVersion)
    else if (this.#peer === undefined) this.#fail('noIntroduction')
    else if ('uin' in frame.value && frame.value.uin !== this.#peer) {
      // Whom we have called lives elsewhere (behind the same router, say): what waits for an answer goes another way at once.
      if (this.isOurs) this.#fail('wrongUin')
      else this.#drop('wrongUin')
    } else {
      switch (frame.name) {
        case 'channelMessage':
        case 'chatRequest':
        case 'fileRequest':
          if (asksForPerson(frame.value.kind)) this.#owed.add(frame.value.sequence)
          this.#out.push({ kind: 'asked', frame })
          break
        case 'channelAck':
        case 'chatAck':
        case 'fileAck':
          this.#hearAnswer(frame)
          break
        case 'channelCancel':
        case 'chatCancel':
        case 'fileCancel':
          this.#owed.delete(frame.value.sequence)
          this.#out.push({ kind: 'cancelled', frame })
          break
        default:
          this.#drop('unexpected')
      }
    }
    if (!this.#isOver) this.#stir(now)
  }

  #hearAnswer(frame: Answered): void {
    const open = this.#questions.answeredBy(frame)
    if (!open) {
      this.#drop('unexpected')
      return
    }
    this.#questions.close(open)
    this.#out.push({ kind: 'answered', frame, receipt: open.receipt })
  }

  #meet(uin: number, version: number): void {
    if (this.#peer !== undefined) this.#drop('unexpected')
    else if (uin === 0 || uin === this.#me().uin) this.#fail('wrongUin')
    else {
      this.#peer = uin as Uin
      this.#version = spokenVersion(version)
      this.#timers.clear('appear')
    }
  }

  #drop(because: PeerDrop): void {
    this.#out.push({ kind: 'dropped', because })
    this.#faults += 1
    if (this.#faults > faultsMax) this.#fail('flooding')
  }

  #fail(because: PeerDrop): void {
    this.#out.push({ kind: 'dropped', because })
    this.#close()
  }

  #close(): void {
    this.#out.push({ kind: 'close' })
    this.#end()
  }

  #end(): void {
    this.#isOver = true
    this.#timers.clearAll()
    const unanswered = this.#questions.all()
    for (const open of unanswered) this.#questions.close(open)
    this.#out.push({ kind: 'ended', unanswered: unanswered.map(({ receipt }) => receipt) })
  }
}

const nothing = new Uint8Array(0)
