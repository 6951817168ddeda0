import type { Uin } from '@seekyou/language'
import type { CodePageName } from '@seekyou/wire'
import type { Conversation, Entry, Marker } from './contract.ts'
import { compareEntries } from './entry-words.ts'
import { rereadContent } from './reread.ts'
import { derived } from './watched.ts'

export interface TalkHost {
  /** Entries of this conversation before some moment, oldest first, as in `History`. */
  page(count: number, before?: Pick<Entry, 'at' | 'id'>): Promise<readonly Entry[]>
  /** What the conversation shows of what is kept of the person. */
  about(): { readonly unread: number; readonly marker: Marker | undefined; readonly codePage: CodePageName }
}

/** How many entries are fetched at a time, and how many stay in memory when nobody looks. */
const pageSize = 60

/** One conversation: the end of it in memory, the rest in the history. */
export class Talk {
  readonly conversation = derived<Conversation>(() => this.#show())
  readonly #uin: Uin
  readonly #host: TalkHost
  readonly #reread = new WeakMap<Entry, Entry>()
  #entries: readonly Entry[] = []
  /** Where the pages begin that have been fetched; stored messages may be older. */
  #oldest: Entry | undefined
  #hasEarlier = true
  #isLoaded = false
  #loading: Promise<void> | undefined
  #marker: Marker | undefined
  #draft: string

  constructor(uin: Uin, draft: string, host: TalkHost) {
    this.#uin = uin
    this.#draft = draft
    this.#host = host
  }

  get entries(): readonly Entry[] {
    return this.#entries
  }

  /** Adds an entry, or puts it in the place of the one with its id. */
  put(...entries: readonly Entry[]): void {
    const byId = new Map(this.#entries.map((entry) => [entry.id, entry]))
    for (const entry of entries) byId.set(entry.id, entry)
    this.#entries = [...byId.values()].sort(compareEntries)
    this.changed()
  }

  /** Puts an entry in the place of the one with its id, if that is in memory. */
  replace(entry: Entry): void {
    if (this.#entries.some(({ id }) => id === entry.id)) this.put(entry)
  }

  remove(id: string): void {
    this.#entries = this.#entries.filter((entry) => entry.id !== id)
    this.changed()
  }

  /** Everything is gone. */
  clear(): void {
    this.#entries = []
    this.#hasEarlier = false
    this.#isLoaded = true
    this.#marker = undefined
    this.changed()
  }

  setDraft(draft: string): void {
    this.#draft = draft
    this.changed()
  }

  /** The marker of what is new stays, until `leave`. */
  mark(marker: Marker | undefined): void {
    this.#marker = marker ?? this.#marker
    this.changed()
  }

  /** Nobody looks any more: the marker goes, and of long conversations the beginning leaves the memory. */
  leave(): void {
    this.#marker = undefined
    if (this.#isLoaded && this.#entries.length > 2 * pageSize) {
      this.#entries = this.#entries.slice(-pageSize)
      this.#oldest = this.#entries[0]
      this.#hasEarlier = true
    }
    this.changed()
  }

  /** Fetches the end of the conversation, once. */
  async load(): Promise<void> {
    if (!this.#isLoaded) await this.#fetch()
  }

  /** Fetches what is before. */
  async loadEarlier(): Promise<void> {
    await this.load()
    if (this.#hasEarlier) await this.#fetch()
  }

  changed(): void {
    this.conversation.spoil()
    this.conversation.tell()
  }

  #fetch(): Promise<void> {
    this.#loading ??= this.#fetchPage().finally(() => {
      this.#loading = undefined
    })
    return this.#loading
  }

  async #fetchPage(): Promise<void> {
    const earlier = await this.#host.page(pageSize, this.#oldest)
    this.#isLoaded = true
    this.#oldest = earlier[0] ?? this.#oldest
    this.#hasEarlier = earlier.length === pageSize
    // What has become of an entry meanwhile is newer than what was kept of it.
    const known = new Set(this.#entries.map(({ id }) => id))
    this.put(...earlier.filter(({ id }) => !known.has(id)))
  }

  #show(): Conversation {
    const { unread, marker, codePage } = this.#host.about()
    return {
      with: this.#uin,
      entries: this.#entries.map((entry) => this.#read(entry, codePage)),
      hasEarlier: this.#hasEarlier,
      marker: this.#marker ?? marker,
      unread,
      draft: this.#draft,
    }
  }

  /** What they wrote, in the code page of this moment. The same entry gives the same object. */
  #read(entry: Entry, codePage: CodePageName): Entry {
    const { codePage: from, content } = entry
    if (!from || from === codePage) return entry
    const known = this.#reread.get(entry)
    if (known?.codePage === codePage) return known
    const read: Entry = { ...entry, codePage, content: rereadContent(content, from, codePage) }
    this.#reread.set(entry, read)
    return read
  }
}
