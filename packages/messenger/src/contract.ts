// What a chat program knows of its user and lets them do, whatever it is drawn on. Everything that is shown is a `Watched` value:
// look at it, and be told when it has changed.
import type { Uin, WallMillis } from '@seekyou/language'
import type { Content, Found, LongProfile, Profile, SearchFor, StatusName } from '@seekyou/sdk'
import type { CodePageName } from '@seekyou/wire'

/** A value that changes. `get` returns the same object until it has become another one. */
export interface Watched<Value> {
  get(): Value
  /** Calls `changed` after every change. Returns what stops it. */
  watch(changed: () => void): () => void
}

/** How the connection is. */
export type Line =
  | {
      readonly state: 'signingOn'
      readonly attempt: number
      readonly againAt?: WallMillis
      readonly because?: LineTrouble
    }
  | { readonly state: 'online' }
  /** Was on line, and comes back by itself. */
  | {
      readonly state: 'reconnecting'
      readonly attempt: number
      readonly againAt?: WallMillis
      readonly because?: LineTrouble
    }
  /** Nothing is tried any more. */
  | { readonly state: 'offline'; readonly because: 'signedOff' | 'password' | 'elsewhere' }

export type LineTrouble = 'noRoad' | 'noAnswer' | 'busy' | 'other'

/** What went over the line so far. */
export interface Traffic {
  readonly packetsOut: number
  readonly packetsIn: number
  /** From a packet to its ACK, the last one that was measured, in milliseconds. */
  readonly roundTripMs: number | undefined
}

/** The user. */
export interface Self {
  readonly uin: Uin
  /** Own nick, or the number as text while it is not known. */
  readonly nick: string
  readonly status: StatusName
  /** What others are told in each away status; empty: nothing. */
  readonly awayTexts: Readonly<Record<AwayStatus, string>>
  readonly profile: Profile | undefined
  readonly longProfile: LongProfile | undefined
  /** How this user writes. */
  readonly codePage: CodePageName
}

export type AwayStatus = 'away' | 'notAvailable' | 'occupied' | 'doNotDisturb'

/** Somebody on the contact list, or somebody who is not and has written. */
export interface Person {
  readonly uin: Uin
  /** What they are called here: the given name, else their nick, else their number. */
  readonly name: string
  /** Given by this user; empty: none. */
  readonly givenName: string
  /** Their own. */
  readonly nick: string
  readonly isContact: boolean
  /** An own group; empty: none. */
  readonly group: string
  /** Undefined: off line, or not to be seen, or not known while the line is down. */
  readonly status: StatusName | undefined
  readonly isMuted: boolean
  /** Whether they see this user: on the visible list, on the invisible list, or neither. */
  readonly sight: 'always' | 'never' | 'asUsual'
  /** Whether they have to be asked, were asked, or have answered. */
  readonly authorization: 'free' | 'needed' | 'asked' | 'granted' | 'refused'
  /** When they were asked. */
  readonly askedAt?: WallMillis
  /** How they write and read; `chosen`: said by this user. */
  readonly codePage: CodePageName
  readonly isCodePageChosen: boolean
  /** When they were last known to be on line. */
  readonly seenAt?: WallMillis
  /** Messages not read yet. */
  readonly unread: number
  /** The last thing said, for lists: when, and what. */
  readonly last?: { readonly at: WallMillis; readonly text: string; readonly isOwn: boolean }
}

/** One line of a conversation. */
export interface Entry {
  /** Unique among all of this user; entries of one conversation are in the order of (`at`, `id`). */
  readonly id: string
  readonly with: Uin
  readonly at: WallMillis
  readonly author: 'me' | 'them' | 'program'
  readonly content: EntryContent
  /** Of what this user says. `waiting`: for the line; `sending`: until the server has it. */
  readonly state?: 'waiting' | 'sending' | 'accepted' | 'failed'
  /** Why it failed: a `SendBecause` of the sdk. */
  readonly because?: string
  /** It waited at the server. */
  readonly isStored?: boolean
  readonly isToSeveral?: boolean
  /** In which it was read, if others wrote it. */
  readonly codePage?: CodePageName
}

export type EntryContent =
  | Content
  /** They came, went or changed their status; undefined: went. */
  | { readonly type: 'status'; readonly status: StatusName | undefined }

/** Stands before the first entry that was not read, and says how many there were. */
export interface Marker {
  readonly before: Entry['id']
  readonly count: number
}

/** A conversation as it is shown: the end of it, and as much before as was asked for. */
export interface Conversation {
  readonly with: Uin
  /** Oldest first. */
  readonly entries: readonly Entry[]
  /** There is more before these. */
  readonly hasEarlier: boolean
  /** Says what was new when the conversation was opened; it stays as it is until the conversation is left. */
  readonly marker: Marker | undefined
  readonly unread: number
  readonly draft: string
}

/** Something that wants an answer, or to be seen. */
export interface Request {
  readonly id: string
  readonly from: Uin
  readonly at: WallMillis
  readonly what: 'authorizationRequested' | 'added' | 'authorizationGranted' | 'authorizationRefused'
  readonly nick: string
  readonly first: string
  readonly last: string
  readonly email: string
  readonly reason: string
}

/** What a person has chosen for how their program behaves; kept on the device, and the shared part at the server. */
export interface Settings {
  readonly hideOffline: boolean
  readonly emoticons: boolean
  /** Enter sends; else Ctrl + Enter does. */
  readonly enterSends: boolean
  readonly sounds: Readonly<Record<SoundName, boolean>>
  /** 0 to 1. */
  readonly volume: number
  readonly notifications: boolean
  /** Notifications show what was written. */
  readonly notificationTexts: boolean
  readonly theme: 'system' | 'light' | 'dark' | '1998'
  readonly nightShift: boolean
  readonly largeFonts: boolean
  /** Empty: as the system says. */
  readonly language: '' | 'en' | 'ru' | 'uk'
  /** Own groups, in order; people may be in one each. */
  readonly groups: readonly string[]
  /** Groups that are folded. */
  readonly folded: readonly string[]
}

export type SoundName = 'message' | 'online' | 'knock' | 'signOn' | 'failed'

/** How a text would go. */
export interface Measure {
  readonly bytes: number
  /** How many messages it takes. */
  readonly messages: number
  /** Of at most `messages` × 450 bytes. */
  readonly room: number
  /** Characters that the receiver's code page lacks and that would become “?”, each once, in order. */
  readonly lacking: readonly string[]
}

export interface Messenger {
  readonly uin: Uin
  readonly line: Watched<Line>
  readonly traffic: Watched<Traffic>
  readonly self: Watched<Self>
  /** Everybody on the contact list and everybody with whom there is a conversation. */
  readonly people: Watched<ReadonlyMap<Uin, Person>>
  /** What arrived and is not read, in all. Muted people count, too. */
  readonly unread: Watched<{ readonly all: number; readonly loud: number }>
  readonly requests: Watched<readonly Request[]>
  readonly settings: Watched<Settings>
  /** Of the account, not of this device: what an operator's server offers beside version 2. Undefined until known. */
  readonly isListRestored: Watched<boolean>

  /** Try to come back now instead of at `againAt`. */
  callNow(): void
  /** Says goodbye and ends. Resolves when everything is kept. */
  signOff(): Promise<void>
  setStatus(status: StatusName): void
  setAwayText(status: AwayStatus, text: string): void
  useCodePage(codePage: CodePageName): void
  changeSettings(changes: Partial<Settings>): void

  conversation(uin: Uin): Watched<Conversation>
  /** Sends a text, in as many messages as it takes; it appears in the conversation at once. */
  send(uin: Uin, text: string): void
  sendUrl(uin: Uin, url: string, description: string): void
  sendContacts(uin: Uin, contacts: readonly Uin[]): void
  /** Sends again what failed; the entry keeps its place. */
  retry(entry: string): void
  /** Takes back what failed or waits. */
  discard(entry: string): void
  setDraft(uin: Uin, text: string): void
  loadEarlier(uin: Uin): Promise<void>
  /** The user sees the end of this conversation (or nobody does: undefined). Marks as read what is and what comes. */
  look(uin: Uin | undefined): void
  measure(uin: Uin, text: string): Measure

  addContact(uin: Uin, options?: { readonly name?: string; readonly group?: string; readonly reason?: string }): void
  removeContact(uin: Uin): void
  /** Empty: takes the given name away. */
  rename(uin: Uin, name: string): void
  moveToGroup(uin: Uin, group: string): void
  mute(uin: Uin, isMuted: boolean): void
  setSight(uin: Uin, sight: Person['sight']): void
  chooseCodePage(uin: Uin, codePage: CodePageName | undefined): void
  askAuthorization(uin: Uin, reason: string): void
  /** Answers or puts away a request. */
  answerRequest(id: string, answer: 'allow' | 'refuse' | 'allowAndAdd' | 'addBack' | 'dismiss', reason?: string): void

  find(wanted: SearchFor, options?: { readonly signal?: AbortSignal }): Promise<Found>
  profile(uin: Uin): Promise<{ readonly profile: Profile | undefined; readonly longProfile: LongProfile | undefined }>
  saveProfile(profile: Profile, longProfile: LongProfile): Promise<void>
  changePassword(password: string): Promise<void>
  makeInvite(): Promise<{ readonly code: string; readonly expiresAt: WallMillis }>

  /** Newest first. */
  searchHistory(words: string, options?: { readonly with?: Uin; readonly count?: number }): Promise<readonly Entry[]>
  /** Everything kept, of one person or of all, oldest first. */
  exportHistory(uin?: Uin): AsyncIterable<Entry>
  clearHistory(uin?: Uin): Promise<void>

  /** Raw datagrams as they go and come, for an inspector. Returns what stops it. */
  watchPackets(hear: (packet: WatchedPacket) => void): () => void
  /** Something happened that may sound, pop up or be read aloud. Returns what stops it. */
  onNotice(hear: (notice: Notice) => void): () => void
}

export interface WatchedPacket {
  readonly at: WallMillis
  readonly direction: 'out' | 'in'
  readonly bytes: Uint8Array
}

export type Notice =
  | { readonly what: 'message'; readonly entry: Entry; readonly person: Person }
  | { readonly what: 'online'; readonly person: Person }
  | { readonly what: 'request'; readonly request: Request }
  | { readonly what: 'signedOn' }
  | { readonly what: 'failed'; readonly entry: Entry }
