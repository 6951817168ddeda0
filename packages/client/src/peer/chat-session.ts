// The conversation of one chat: three frames of introduction, then strokes in both directions as they are typed.
import type { Millis, Text } from '@seekyou/language'
import { Bucket } from '@seekyou/link'
import { isFault, openPeer, type PeerFrame, PeerStream, StrokeReader } from '@seekyou/wire'
import { Timers } from '../timers.ts'
import { type ChatSelf, plainLook, sealFont, sealHello, sealWelcome } from './chat-frames.ts'
import { sealStrokes } from './chat-strokes.ts'
import type { Me } from './frames.ts'
import type { ChatLook, DropReason, EndOfChat, Session, SessionInput, SessionOutcome } from './session.ts'

export interface ChatOptions {
  readonly id: number
  /** `caller`: has asked for the chat, and has connected. `host`: has accepted it, and listened. */
  readonly role: 'caller' | 'host'
  readonly me: Pick<Me, 'uin' | 'outer' | 'inner'>
  readonly nick: Text
  /** The port that is named to the peer: where we listen, for this chat or for peers; 0 when nowhere. */
  readonly port: number
  /** Black on white, Courier 12, unless told. */
  readonly look?: ChatLook
}

/** How long the introduction may take. */
const introduceMs = 30_000
/** How long a peer may leave what was typed unread. */
const unreadMs = 60_000
/** A chat in which nobody has typed for so long is over. */
const idleMs = 2 * 60 * 60_000
/** How many bytes may wait to be read by the peer: more than anybody types. */
const unreadMax = 262_144
/** How fast a peer may type, in bytes, a little more for every segment: as fast as somebody pastes. Above, we read more slowly. */
const typingRate = { burst: 65_536, perSecond: 16_384 }
const segmentCost = 64
/** How many frames of an introduction may make no sense. */
const faultsMax = 20

const nothing = new Uint8Array(0)

/** One chat, of either side. Its last word is `chatEnded`. */
export class ChatSession implements Session {
  readonly #id: number
  readonly #role: ChatOptions['role']
  readonly #self: ChatSelf
  readonly #stream = new PeerStream()
  readonly #strokes = new StrokeReader()
  readonly #timers = new Timers<'introduce' | 'unread' | 'idle' | 'read'>()
  readonly #typing = new Bucket(typingRate)
  #state: 'waiting' | 'introducing' | 'chatting' | 'over' = 'waiting'
  /** What the caller's first frame said; the font comes with the third. */
  #caller: (Pick<ChatLook, 'foreground' | 'background'> & { readonly nick: Text }) | undefined
  #unread = 0
  #isPaused = false
  #faults = 0
  #out: SessionOutcome[] = []

  constructor({ id, role, me, nick, port, look = plainLook }: ChatOptions) {
    this.#id = id
    this.#role = role
    this.#self = { me, nick, port, look }
  }

  get isOver(): boolean {
    return this.#state === 'over'
  }

  get wakeAt(): Millis | undefined {
    return this.#timers.next
  }

  handle(input: SessionInput, now: Millis): readonly SessionOutcome[] {
    this.#out = []
    if (!this.isOver) this.#handle(input, now)
    return this.#out
  }

  #handle(input: SessionInput, now: Millis): void {
    switch (input.kind) {
      case 'connected':
        this.#state = 'introducing'
        this.#timers.set('introduce', now + introduceMs)
        if (this.#role === 'caller') this.#write(sealHello(this.#self), now)
        break
      case 'received':
        this.#receive(input.bytes, now)
        break
      case 'drained':
        this.#unread = 0
        this.#timers.clear('unread')
        break
      case 'closed':
        this.#end(this.#state === 'chatting' ? 'left' : 'unreachable')
        break
      case 'wake':
        this.#wake(now)
        break
      case 'wish':
        if (input.wish.name === 'leaveChat') this.#leave('left')
        else if (input.wish.name === 'type' && this.#state === 'chatting') {
          this.#timers.set('idle', now + idleMs)
          this.#write(sealStrokes(input.wish.strokes), now)
        }
        break
    }
  }

  #receive(bytes: Uint8Array, now: Millis): void {
    this.#typing.spend(bytes.length + segmentCost, now)
    if (!this.#typing.has(1, now) && !this.#isPaused) {
      this.#isPaused = true
      this.#out.push({ kind: 'pause' })
      this.#timers.set('read', this.#typing.readyAt(typingRate.burst / 2))
    }
    if (this.#state === 'chatting') {
      this.#read(bytes, now)
      return
    }
    this.#stream.push(bytes)
    while (this.#state === 'introducing') {
      const frame = this.#stream.frame()
      if (frame === undefined) return
      this.#hear(openPeer('chat', frame), now)
    }
  }

  #hear(frame: ReturnType<typeof openPeer>, now: Millis): void {
    if (isFault(frame)) this.#drop('unreadable')
    else if (this.#role === 'caller') this.#hearHost(frame, now)
    else this.#hearCaller(frame, now)
  }

  #hearHost(frame: PeerFrame, now: Millis): void {
    if (frame.name !== 'chatWelcome') {
      this.#drop('unexpected')
      return
    }
    this.#write(sealFont(this.#self), now)
    this.#begin(frame.value, now)
  }

  #hearCaller(frame: PeerFrame, now: Millis): void {
    if (frame.name === 'chatHello' && this.#caller === undefined) {
      this.#caller = frame.value
      this.#write(sealWelcome(this.#self), now)
    } else if (frame.name === 'chatFont' && this.#caller !== undefined) {
      this.#begin({ ...frame.value, ...this.#caller }, now)
    } else this.#drop('unexpected')
  }

  #begin(peer: ChatLook & { readonly nick: Text }, now: Millis): void {
    const { nick, foreground, background, fontName, fontEncoding, fontFace, fontSize } = peer
    this.#state = 'chatting'
    this.#timers.clear('introduce')
    this.#timers.set('idle', now + idleMs)
    const look: ChatLook = { foreground, background, fontName, fontEncoding, fontFace, fontSize }
    this.#out.push({ kind: 'chatBegan', id: this.#id, nick, ...look })
    this.#read(this.#stream.rest(), now)
  }

  #read(bytes: Uint8Array, now: Millis): void {
    const strokes = this.#strokes.read(bytes)
    if (strokes.length === 0) return
    this.#timers.set('idle', now + idleMs)
    this.#out.push({ kind: 'stroked', id: this.#id, strokes })
  }

  #write(bytes: Uint8Array, now: Millis): void {
    if (bytes.length === 0) return
    if (this.#unread === 0) this.#timers.set('unread', now + unreadMs)
    this.#unread += bytes.length
    if (this.#unread > unreadMax) {
      this.#drop('flooding')
      this.#leave('left')
    } else this.#out.push({ kind: 'write', bytes })
  }

  #wake(now: Millis): void {
    for (let due = this.#timers.takeDue(now); due !== undefined; due = this.#timers.takeDue(now)) {
      if (due === 'read') {
        this.#isPaused = false
        this.#out.push({ kind: 'resume' })
        continue
      }
      this.#drop('silent')
      this.#leave(due === 'introduce' ? 'unreachable' : 'left')
      return
    }
  }

  #drop(because: DropReason): void {
    this.#out.push({ kind: 'dropped', because })
    this.#faults += 1
    if (this.#faults === faultsMax) {
      this.#drop('flooding')
      this.#leave('unreachable')
    }
  }

  #leave(because: EndOfChat): void {
    if (this.isOver) return
    this.#out.push({ kind: 'close' })
    this.#end(because)
  }

  #end(because: EndOfChat): void {
    this.#state = 'over'
    this.#timers.clearAll()
    this.#out.push({ kind: 'chatEnded', id: this.#id, because, reason: nothing })
  }
}
