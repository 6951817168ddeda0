// What the command line asks of whoever owns the store, as data: over the control socket when a server runs, by a call when none does.
import type { AccountRow } from './account-row.ts'

/** An account as people see it; never with a password. `waiting`: how many messages wait for it. */
export type UserRow = AccountRow & { readonly waiting: number }

/** An account as `user export` writes it and `user import` reads it. */
export type ExportRow = AccountRow & { readonly passwordHash: string }

/** An account to bring in. Exactly one of `password` and `passwordHash` (a PHC string) is there. `line` names it in refusals. */
export type ImportRow = Omit<AccountRow, 'uin'> & {
  readonly line: number
  readonly uin?: number | undefined
  readonly password?: string | undefined
  readonly passwordHash?: string | undefined
}

/** What is to be changed of an account; what is undefined stays. `default`: as for everybody; `guess`: as its texts look. */
export interface UserChanges {
  readonly nick?: string | undefined
  readonly first?: string | undefined
  readonly last?: string | undefined
  readonly email?: string | undefined
  readonly password?: string | undefined
  readonly codePage?: string | undefined
  readonly authorization?: boolean | undefined
  readonly publishEmail?: boolean | undefined
  readonly searchable?: boolean | undefined
  readonly direct?: boolean | 'default' | undefined
  readonly storedMax?: number | 'default' | undefined
  readonly limits?: boolean | undefined
}

/** A code that lets somebody register. */
export interface InviteRow {
  readonly code: string
  readonly usesLeft: number
  /** Milliseconds since 1970, UTC; undefined: never. */
  readonly expiresAt?: number | undefined
}

/** How well the process of a running server is. */
export interface Health {
  /** In bytes: all of the process, what JavaScript holds (with what is not yet collected), and its buffers beside that. */
  readonly memory: { readonly rss: number; readonly heapUsed: number; readonly external: number }
  /** Sockets, timers and files that the process waits for. */
  readonly handles: number
  /** How late it came to its work in the last full minute, in milliseconds. */
  readonly delayMs: { readonly p50: number; readonly p99: number; readonly max: number }
}

/** How a running server is. */
export interface Status {
  /** How many users are signed on. */
  readonly online: number
  readonly uptimeMs: number
  /** Where it listens: `0.0.0.0:4000`. */
  readonly udp: string
  /** How many calls wait for the store. */
  readonly storeCalls: number
  readonly health: Health
  /** What was counted since the start, by the names of the metrics. */
  readonly counters: Readonly<Record<string, number>>
  /** How much of everything is allowed. */
  readonly limits: Readonly<Record<string, number>>
}

/** Everything that may be asked, with its answer. Requests that cannot be met are answered with a `Complaint`. */
export interface Requests {
  addUser: {
    ask: { uin?: number | undefined; nick: string; password: string; codePage?: string | undefined }
    answer: { uin: number }
  }
  /** Accounts by number, some at a time: `next` is where to go on, undefined at the end. */
  listUsers: { ask: { after?: number | undefined }; answer: { rows: readonly UserRow[]; next?: number | undefined } }
  showUser: { ask: { uin: number }; answer: { user: UserRow } }
  setUser: { ask: { uin: number } & UserChanges; answer: object }
  banUser: { ask: { uin: number; reason: string }; answer: object }
  unbanUser: { ask: { uin: number }; answer: object }
  /** Signs somebody off. */
  kickUser: { ask: { uin: number }; answer: object }
  removeUser: { ask: { uin: number }; answer: object }
  /** Good rows are added, the others are refused one by one. */
  importUsers: {
    ask: { rows: readonly ImportRow[] }
    answer: { added: number; refused: readonly { line: number; because: string }[] }
  }
  /** Some at a time, as `listUsers`. */
  exportUsers: {
    ask: { after?: number | undefined }
    answer: { rows: readonly ExportRow[]; next?: number | undefined }
  }
  addInvite: {
    ask: { code?: string | undefined; uses: number; expiresAt?: number | undefined }
    answer: { code: string }
  }
  listInvites: { ask: object; answer: { invites: readonly InviteRow[] } }
  removeInvite: { ask: { code: string }; answer: object }
  /** A message of the server itself to everybody on line, and to those who are absent if `absent`. */
  broadcast: {
    ask: { text: string; codePage?: string | undefined; absent: boolean; system: boolean }
    answer: { online: number; absent: number; refused: number }
  }
  status: { ask: object; answer: Status }
}

/** A request by name. */
export type RequestName = keyof Requests
/** What is asked with one request. */
export type Ask<Name extends RequestName> = Requests[Name]['ask']
/** What one request is answered with. */
export type Answer<Name extends RequestName> = Requests[Name]['answer']

/** Whoever meets requests: `handlers.ts` next to the store, `call-control.ts` from afar. */
export type Meet = <Name extends RequestName>(name: Name, ask: Ask<Name>) => Promise<Answer<Name>>
