import type { ClientOutcome, Wish } from '@seekyou/client'
import type { Text, Uin } from '@seekyou/language'
import { TransferError } from './errors.ts'
import type { FilesOfferedEvent } from './events.ts'
import { type AcceptOptions, Transfer } from './transfer.ts'
import type { Files } from './world.ts'

/** What happens to transfers. */
export type TransferOutcome = Extract<
  ClientOutcome,
  { kind: 'filesOffered' | 'fileBegan' | 'fileProgress' | 'fileEnded' | 'filesEnded' }
>

/** What transfers need of the user who has them. */
export interface TransferHost {
  readonly wish: (wish: Wish) => void
  readonly nextId: () => number
  readonly encode: (text: string) => Text
  readonly decode: (text: Text) => string
  readonly emit: (event: FilesOfferedEvent) => void
  readonly onError: (error: unknown) => void
  /** Undefined: this world has no disk. */
  readonly files: Files | undefined
}

/** What goes along with an offer of files. */
export interface SendFilesOptions {
  /** Shown to the other one. */
  readonly description?: string
  /** What to be called in the transfer. */
  readonly nick?: string
  /** Cancels the offer, and later the transfer. */
  readonly signal?: AbortSignal
}

/** All transfers of one user, by their ids. */
export class Transfers {
  readonly #host: TransferHost
  readonly #nick: string
  /** Offered by others, and not answered yet. */
  readonly #offered = new Set<number>()
  readonly #transfers = new Map<number, Transfer>()

  /** `nick`: what this user is called in transfers unless told. */
  constructor(host: TransferHost, nick: string) {
    this.#host = host
    this.#nick = nick
  }

  /** Resolves when the files are offered. Rejects with `CannotRead`, or with `TransferError` where there is no disk. */
  async offer(
    to: Uin,
    paths: readonly string[],
    { description = '', nick = this.#nick, signal }: SendFilesOptions,
  ): Promise<Transfer> {
    const { files, nextId, encode, wish } = this.#host
    if (paths.length === 0) throw new RangeError('There are no files to send: name at least one.')
    if (!files) throw new TransferError('unreachable')
    signal?.throwIfAborted()
    const id = nextId()
    const offered = await files.offer(id, paths)
    if (signal?.aborted) {
      void files.forget(id)
      throw signal.reason
    }
    const transfer = this.#begin(id, to, signal)
    wish({
      name: 'offerFiles',
      id,
      to,
      description: encode(description),
      nick: encode(nick),
      files: offered.map(({ name, size }) => ({ name: encode(name), size })),
    })
    return transfer
  }

  hear(outcome: TransferOutcome): void {
    const { id } = outcome
    switch (outcome.kind) {
      case 'filesOffered':
        this.#offered.add(id)
        this.#host.emit(this.#offer(outcome))
        break
      case 'filesEnded':
        this.#offered.delete(id)
        void this.#end(outcome)
        break
      default:
        this.#transfers.get(id)?.hear(outcome)
    }
  }

  /** The user is gone. */
  end(): void {
    for (const transfer of this.#transfers.values()) transfer.end('broken')
    this.#transfers.clear()
    this.#offered.clear()
  }

  /** A received file has its name when the disk is done with it. */
  async #end({ id, because, reason }: Extract<TransferOutcome, { kind: 'filesEnded' }>): Promise<void> {
    const paths = await this.#host.files?.forget(id)
    this.#transfers.get(id)?.end(because, reason && this.#host.decode(reason), paths)
    this.#transfers.delete(id)
  }

  #offer(offer: Extract<TransferOutcome, { kind: 'filesOffered' }>): FilesOfferedEvent {
    const { id, from, isProven, name, size, description } = offer
    const { wish, encode, decode, files } = this.#host
    const answer = (options: Pick<AcceptOptions, 'bytesMax' | 'nick'> | undefined, reason: string): void =>
      wish({
        name: 'answerFiles',
        id,
        accept: options !== undefined,
        reason: encode(reason),
        nick: encode(options?.nick ?? this.#nick),
        ...(options?.bytesMax !== undefined && { bytesMax: options.bytesMax }),
      })
    return {
      type: 'filesOffered',
      from,
      isProven,
      name: decode(name),
      size,
      description: decode(description),
      accept: (options) => {
        options.signal?.throwIfAborted()
        const transfer = this.#begin(id, from, options.signal)
        if (this.#offered.delete(id)) {
          files?.accept(id, options.folder, decode)
          answer(options, '')
        } else {
          this.#transfers.delete(id)
          transfer.end('cancelled')
        }
        return transfer
      },
      refuse: (reason = '') => {
        if (this.#offered.delete(id)) answer(undefined, reason)
      },
    }
  }

  #begin(id: number, uin: Uin, signal: AbortSignal | undefined): Transfer {
    const { wish, decode, onError } = this.#host
    const transfer = new Transfer(
      uin,
      {
        skip: () => wish({ name: 'skipFile', id }),
        setSpeed: (percent) => wish({ name: 'setSpeed', id, percent }),
        cancel: () => wish({ name: 'cancelFiles', id }),
        decode,
        onError,
      },
      signal,
    )
    this.#transfers.set(id, transfer)
    return transfer
  }
}
