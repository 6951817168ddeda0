import type { WallMillis } from '@seekyou/language'
import type { CodePageName } from '@seekyou/wire'
import type { Entry, Marker, Person } from './contract.ts'
import { compareEntries, textOf } from './entry-words.ts'

/** What is kept of somebody on the device. */
export interface PersonRecord {
  readonly givenName: string
  readonly nick: string
  /** In which code page the nick was read. */
  readonly nickPage?: CodePageName
  /** When the nick was asked for. */
  readonly nickAt?: WallMillis
  readonly isContact: boolean
  /** Put on the list while the server could not be told. */
  readonly isToAdd?: boolean
  readonly addedAt?: WallMillis
  readonly group: string
  readonly isMuted: boolean
  readonly sight: Person['sight']
  readonly authorization: Person['authorization']
  readonly askedAt?: WallMillis
  /** How they write: as this user says, as the server says, as it looks. */
  readonly chosenPage?: CodePageName
  readonly toldPage?: CodePageName
  readonly guessedPage?: CodePageName
  readonly seenAt?: WallMillis
  readonly unread: number
  /** The first entry that is not read. */
  readonly firstUnread?: Pick<Entry, 'at' | 'id'>
  readonly last?: NonNullable<Person['last']>
  /** In which code page that was read, if they said it. */
  readonly lastPage?: CodePageName
}

/** What of a record may change. Undefined takes away what need not be there. */
export type RecordChanges = { readonly [Key in keyof PersonRecord]?: PersonRecord[Key] | undefined }

/** Somebody of whom nothing is known. */
export const newRecord: PersonRecord = {
  givenName: '',
  nick: '',
  isContact: false,
  group: '',
  isMuted: false,
  sight: 'asUsual',
  authorization: 'free',
  unread: 0,
}

/** How much of what was said last is kept for lists, in characters. */
const lastMax = 200

/** What an entry changes of what was said last. */
export function said({ last }: PersonRecord, entry: Entry): RecordChanges {
  const { at, author, codePage } = entry
  if (last && last.at > at) return {}
  const text = textOf(entry).slice(0, lastMax)
  return { last: { at, text, isOwn: author === 'me' }, lastPage: codePage }
}

/** Where what is not read begins, and how much it is. */
export const markerOf = ({ firstUnread, unread }: PersonRecord): Marker | undefined =>
  firstUnread && { before: firstUnread.id, count: unread }

/** What an entry changes that nobody has read. */
export function notRead({ unread, firstUnread }: PersonRecord, entry: Entry): RecordChanges {
  const isFirst = unread === 0 || !firstUnread || compareEntries(entry, firstUnread) < 0
  return { unread: unread + 1, ...(isFirst && { firstUnread: { at: entry.at, id: entry.id } }) }
}
