import type { Generated } from 'kysely'
import type { ChoiceName } from './office.ts'

/** The columns of an account's short profile. Texts are bytes as the owner's client sent them; empty: not told. */
export interface InfoColumns {
  nick: Uint8Array
  first: Uint8Array
  last: Uint8Array
  email: Uint8Array
  needs_authorization: 0 | 1
}

/** The columns of an account's long profile; null: not told. */
export interface ExtInfoColumns {
  city: Uint8Array
  country: number | null
  time_zone: number | null
  state: Uint8Array
  age: number | null
  sex: number | null
  phone: Uint8Array
  homepage: Uint8Array
  about: Uint8Array
  zip: number | null
}

/** The columns of what the operator sets for one account. */
export interface SettingsColumns {
  /** Null: as for everybody. */
  direct: 0 | 1 | null
  publishes_email: 0 | 1
  /** Null: as for everybody. */
  stored_max: number | null
  is_limited: 0 | 1
}

export interface AccountColumns extends InfoColumns, ExtInfoColumns, SettingsColumns {
  uin: number
  password_hash: string
  /** Null: nobody has said. */
  code_page: string | null
  created_at: number
  hides: 0 | 1
  /** Null: not banned. */
  banned_at: number | null
  ban_reason: string | null
  /** Null: it stays. */
  leaves_at: number | null
}

/** The tables, as Kysely sees them. Times are milliseconds since 1970. */
export interface Tables {
  accounts: AccountColumns & {
    /** The texts by which people are found, with the capitals of ASCII as small letters. Never read, only compared. */
    folded_nick: Generated<Uint8Array>
    folded_first: Generated<Uint8Array>
    folded_last: Generated<Uint8Array>
    folded_email: Generated<Uint8Array>
    /** Whom searches do not find: who hides, is banned, or is about to leave. */
    is_hidden: Generated<0 | 1>
  }
  /** Numbers of removed accounts, which are never given out again. */
  removed_uins: { uin: number; removed_at: number }
  /** Whom accounts have, or had, on their contact lists, and whose presence they may see. Deleted with the account `uin`. */
  contacts: { uin: number; contact: number; allowed: 0 | 1 }
  /** Contact lists as they were announced last: a JSON array of numbers. Deleted with the account, as the two that follow. */
  contact_lists: { uin: number; announced: string }
  /** What contacts are called in one account's list. */
  contact_names: { uin: number; contact: number; given_name: string; group_name: string }
  /** What a browser of that account has kept: any text. */
  browser_settings: { uin: number; settings: string }
  /** Messages that wait for their recipients. Deleted with the recipient's account. */
  messages: { id: number; recipient: number; sender: number; kind: number; text: Uint8Array; at: number }
  /** Who is signed on, and of those who have left since when; of removed accounts for some minutes only. Both texts are the server's own, empty once `ended_at` is set. */
  links: { uin: number; ended_at: number | null; visit: string; numbers: string }
  /** `made_by` is null for those of the operator; the others are deleted with the account. */
  invites: {
    code: string
    uses_left: number
    expires_at: number | null
    created_at: number
    made_by: number | null
  }
  administrators: { name: string; password_hash: string; created_at: number }
  /** Of a token only its SHA-256 is kept, in hexadecimal digits. */
  tokens: { name: string; hash: string; created_at: number; used_at: number | null }
  audit: { id: Generated<number>; at: number; by: string; what: string; whom: string | null; detail: string | null }
  /** What an operator has chosen while the server ran. */
  choices: { name: ChoiceName; value: string }
  /** `nextUin` and `nextMessageId`: the lowest ones that may still be free. `aliveAt`: when a server last told of itself. */
  counters: { name: 'nextUin' | 'nextMessageId' | 'aliveAt'; value: number }
}
