import type { EndOfFile, EndOfFiles, TransferNews } from '@seekyou/client'
import type { Text, Uin } from '@seekyou/language'
import { TransferError } from './errors.ts'
import { type Listener, Listeners } from './listeners.ts'

/** One file of a transfer, while it is under way. */
export interface FileProgress {
  /** Which one; the first is 0. */
  readonly file: number
  /** Without folders. */
  readonly name: string
  /** How many bytes of it are there. */
  readonly at: number
  /** How many it has. */
  readonly size: number
}

/** What happens in a transfer. */
export type TransferEvent =
  /** `at` is above 0 when it goes on where an earlier transfer stopped. */
  | ({ readonly type: 'fileBegan' } & FileProgress)
  /** At most once in 250 ms. */
  | ({ readonly type: 'progress' } & FileProgress)
  /** It is whole, or there will be no more of it. */
  | ({ readonly type: 'fileEnded'; readonly because: EndOfFile } & FileProgress)
  /** Nothing more happens. */
  | { readonly type: 'ended'; readonly because: EndOfFiles }

/** How files are to be taken. */
export interface AcceptOptions {
  /** Where they are to be written; made if need be. Nothing in it is ever overwritten. */
  readonly folder: string
  /** More than so many bytes altogether are not taken; any number unless told. */
  readonly bytesMax?: number
  /** What to be called in the transfer. */
  readonly nick?: string
  /** Cancels the transfer, also later. */
  readonly signal?: AbortSignal
}

/** What a transfer needs of whoever keeps it. */
export interface TransferTies {
  readonly skip: () => void
  readonly setSpeed: (percent: number) => void
  readonly cancel: () => void
  readonly decode: (text: Text) => string
  readonly onError: (error: unknown) => void
}

/** Files on their way to somebody, or from somebody. */
export class Transfer {
  /** Who sends them, or is to receive them. */
  readonly with: Uin
  /**
   * Fulfilled when every file is there or was skipped, with the paths of those that were received; rejects with `TransferError`, or
   * the signal's reason.
   */
  readonly done: Promise<readonly string[]>
  readonly #ties: TransferTies
  readonly #listeners: Listeners<TransferEvent>
  readonly #settle = Promise.withResolvers<readonly string[]>()
  readonly #forgetSignal: () => void
  readonly #signal: AbortSignal | undefined
  #current: FileProgress | undefined
  #speed: number | undefined
  #isOver = false

  constructor(uin: Uin, ties: TransferTies, signal: AbortSignal | undefined) {
    this.with = uin
    this.#ties = ties
    this.#signal = signal
    this.#listeners = new Listeners(ties.onError)
    this.done = this.#settle.promise
    // Whoever follows the events alone has nothing to catch.
    this.done.catch(() => {})
    const abort = (): void => this.cancel()
    this.#forgetSignal = () => signal?.removeEventListener('abort', abort)
    signal?.addEventListener('abort', abort)
  }

  /** The file that is under way, as it was told last; undefined before the first. */
  get current(): FileProgress | undefined {
    return this.#current
  }

  /** Whether nothing more happens. */
  get isOver(): boolean {
    return this.#isOver
  }

  /** Not this file, but the next. */
  skip(): void {
    if (!this.#isOver) this.#ties.skip()
  }

  /** Per cent of full speed; 0 pauses. Throws a RangeError for anything but 0 to 100. */
  setSpeed(percent: number): void {
    if (!(percent >= 0 && percent <= 100)) throw new RangeError(`${percent} is no speed: use 0 to 100 per cent.`)
    this.#speed = Math.round(percent)
    if (!this.#isOver) this.#ties.setSpeed(this.#speed)
  }

  /** Takes the offer back, or ends the transfer. What has arrived stays as a part. */
  cancel(): void {
    if (!this.#isOver) this.#ties.cancel()
  }

  /** Calls `listener` whenever it happens; `*` stands for every type. Returns what stops it. */
  on<Type extends TransferEvent['type'] | '*'>(
    type: Type,
    listener: Listener<TransferEvent, Type>,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): () => void {
    return this.#listeners.on(type, listener, signal)
  }

  /** Everything from here on, until the transfer is over. */
  events({ signal }: { readonly signal?: AbortSignal } = {}): AsyncGenerator<TransferEvent, void, undefined> {
    return this.#listeners.events(signal)
  }

  /** @internal For whoever keeps the transfer: something happened. */
  hear(news: Exclude<TransferNews, { kind: 'filesEnded' }>): void {
    const { file, at, size } = news
    // Whatever was wished before the connection was there has not reached the other one.
    if (this.#current === undefined && this.#speed !== undefined) this.#ties.setSpeed(this.#speed)
    this.#current = { file, at, size, name: this.#ties.decode(news.name) }
    if (news.kind === 'fileBegan') this.#listeners.emit({ type: 'fileBegan', ...this.#current })
    else if (news.kind === 'fileProgress') this.#listeners.emit({ type: 'progress', ...this.#current })
    else this.#listeners.emit({ type: 'fileEnded', because: news.because, ...this.#current })
  }

  /** @internal For whoever keeps the transfer: it is over. `reason` is what the other one said to it, `paths` what was received. */
  end(because: EndOfFiles, reason = '', paths: readonly string[] = []): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#forgetSignal()
    if (because === 'done') this.#settle.resolve(paths)
    else this.#settle.reject(this.#signal?.aborted ? this.#signal.reason : new TransferError(because, reason))
    this.#listeners.emit({ type: 'ended', because })
    this.#listeners.end()
  }
}
