import type { Text, Uin } from '@seekyou/language'
import type { Stroke } from '@seekyou/wire'
import { type ChatEvent, type ChatLook, lookAfter, strokesOf, strokesToLook } from './chat-event.ts'
import type { ChatBecause } from './errors.ts'
import { type Heard, type Listener, Listeners } from './listeners.ts'

/** What a chat needs of whoever keeps it. */
export interface ChatTies {
  readonly type: (strokes: readonly Stroke[]) => void
  readonly leave: () => void
  readonly encode: (text: string) => Text
  readonly decode: (text: Text) => string
  readonly onError: (error: unknown) => void
}

/** How this side writes until it is told otherwise, as every chat begins. */
const plainLook: ChatLook = {
  foreground: '#000000',
  background: '#ffffff',
  font: 'Courier',
  isBold: false,
  isItalic: false,
  isUnderlined: false,
  size: 12,
}

/** How long a line can become before it counts as ended, in characters. */
const lineMax = 10_000

/** A conversation in which each sees what the other types, as it is typed. */
export class Chat {
  /** The other one. */
  readonly with: Uin
  /** What the other one calls themselves. */
  readonly nick: string
  readonly #ties: ChatTies
  readonly #listeners: Listeners<ChatEvent>
  #theirLook: ChatLook
  #ownLook = plainLook
  #line = ''
  #isOver = false

  constructor(uin: Uin, nick: string, look: ChatLook, ties: ChatTies) {
    this.with = uin
    this.nick = nick
    this.#theirLook = look
    this.#ties = ties
    this.#listeners = new Listeners(ties.onError)
  }

  /** How the other one writes. */
  get look(): ChatLook {
    return this.#theirLook
  }

  /** What the other one has typed of the line that they have not ended. */
  get line(): string {
    return this.#line
  }

  /** Whether it has ended. */
  get isOver(): boolean {
    return this.#isOver
  }

  /** Types. A line end (`\n`) ends the line, `\b` takes the last character back, `\x07` rings the bell. */
  type(text: string): void {
    this.#type(strokesOf(text, this.#ties.encode))
  }

  /** Types a line and ends it. */
  say(line: string): void {
    this.type(`${line}\n`)
  }

  /** Rings the other one's bell. */
  beep(): void {
    this.type('\x07')
  }

  /** What is typed from here on looks different; what is left out stays. Throws a RangeError for a colour that is none. */
  setLook(look: Partial<ChatLook>): void {
    const after = { ...this.#ownLook, ...look }
    this.#type(strokesToLook(this.#ownLook, after, this.#ties.encode))
    this.#ownLook = after
  }

  /** Ends the chat for both. */
  leave(): void {
    if (!this.#isOver) this.#ties.leave()
  }

  /** Calls `listener` whenever it happens; `*` stands for every type. Returns what stops it. */
  on<Type extends ChatEvent['type'] | '*'>(
    type: Type,
    listener: Listener<ChatEvent, Type>,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): () => void {
    return this.#listeners.on(type, listener, signal)
  }

  /** The next event of a type. Rejects with the signal's reason, or with `SignedOff` when the chat is over. */
  once<Type extends ChatEvent['type'] | '*'>(
    type: Type,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<Heard<ChatEvent, Type>> {
    return this.#listeners.once(type, signal)
  }

  /** Everything from here on, until the chat is over. */
  events({ signal }: { readonly signal?: AbortSignal } = {}): AsyncGenerator<ChatEvent, void, undefined> {
    return this.#listeners.events(signal)
  }

  /** @internal For whoever keeps the chat: the other one did something. */
  hear(strokes: readonly Stroke[]): void {
    for (const stroke of strokes) this.#hearOne(stroke)
  }

  /** @internal For whoever keeps the chat: it is over. */
  end(because: ChatBecause, reason: string): void {
    this.#isOver = true
    this.#listeners.emit({ type: 'ended', because, reason })
    this.#listeners.end()
  }

  #hearOne(stroke: Stroke): void {
    const { decode } = this.#ties
    switch (stroke.name) {
      case 'typed': {
        const text = decode(stroke.text)
        this.#line += text
        this.#listeners.emit({ type: 'typed', text })
        if (this.#line.length >= lineMax) this.#endLine()
        break
      }
      case 'backspace':
        this.#line = [...this.#line].slice(0, -1).join('')
        this.#listeners.emit({ type: 'backspace' })
        break
      case 'newLine':
        this.#endLine()
        break
      case 'beep':
        this.#listeners.emit({ type: 'beep' })
        break
      default:
        this.#theirLook = lookAfter(this.#theirLook, stroke, decode)
        this.#listeners.emit({ type: 'look', look: this.#theirLook })
    }
  }

  #endLine(): void {
    const text = this.#line
    this.#line = ''
    this.#listeners.emit({ type: 'line', text })
  }

  #type(strokes: readonly Stroke[]): void {
    if (strokes.length > 0 && !this.#isOver) this.#ties.type(strokes)
  }
}
