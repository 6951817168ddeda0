// What a messenger is opened with: who, where, and what the device keeps.
import type { Uin } from '@seekyou/language'
import type { StatusName, World } from '@seekyou/sdk'
import type { CodePageName } from '@seekyou/wire'
import type { Entry } from './contract.ts'

/** Where conversations are kept. */
export interface History {
  /** The newest `count` entries before `before` (all when undefined), oldest first. */
  page(uin: Uin, count: number, before?: Pick<Entry, 'at' | 'id'>): Promise<readonly Entry[]>
  /** Adds an entry, or replaces the one with its id. */
  put(entry: Entry): Promise<void>
  remove(id: string): Promise<void>
  /** Entries in which every word begins a word, newest first. */
  search(words: string, options: { readonly with?: Uin; readonly count: number }): Promise<readonly Entry[]>
  export(uin?: Uin): AsyncIterable<Entry>
  clear(uin?: Uin): Promise<void>
}

/** Small things by name, kept for one account on one device. Values are JSON. */
export interface Notebook {
  read(): Promise<ReadonlyMap<string, unknown>>
  /** Undefined takes the name out. */
  write(name: string, value: unknown): Promise<void>
}

export interface MessengerOptions {
  /** `wss://icq.example.org/datagrams` */
  readonly server: string
  readonly uin: Uin
  readonly password: string
  readonly status?: StatusName
  readonly codePage: CodePageName
  readonly history: History
  readonly notebook: Notebook
  readonly world: World
  /** Something went wrong on the device: the history cannot be written, for example. */
  readonly onTrouble: (error: unknown) => void
}
