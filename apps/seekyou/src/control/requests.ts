// What the command line asks of whoever owns the store, as data: over the control socket when a server runs, by a call when none does.

/** An account as people see it; never with a password. */
export interface UserRow {
  readonly uin: number
  readonly nick: string
  readonly codePage: string
  /** Milliseconds since 1970, UTC. */
  readonly createdAt: number
  /** How many messages wait for it. */
  readonly waiting: number
}

/** An account to bring in. Exactly one of `password` and `passwordHash` (a PHC string) is there. `line` names it in refusals. */
export interface ImportRow {
  readonly line: number
  readonly uin?: number | undefined
  readonly nick: string
  readonly password?: string | undefined
  readonly passwordHash?: string | undefined
  readonly codePage?: string | undefined
}

/** An account as `user export` writes it and `user import` reads it. */
export interface ExportRow {
  readonly uin: number
  readonly nick: string
  readonly passwordHash: string
  readonly codePage: string
  readonly createdAt: number
}

/** A code that lets somebody register. */
export interface InviteRow {
  readonly code: string
  readonly usesLeft: number
  /** Milliseconds since 1970, UTC; undefined: never. */
  readonly expiresAt?: number | undefined
}

/** Everything that may be asked, with its answer. Requests that cannot be met are answered with a `Complaint`. */
export interface Requests {
  addUser: {
    ask: { uin?: number | undefined; nick: string; password: string; codePage?: string | undefined }
    answer: { uin: number }
  }
  listUsers: { ask: object; answer: { users: readonly UserRow[] } }
  setUser: {
    ask: { uin: number; nick?: string | undefined; password?: string | undefined; codePage?: string | undefined }
    answer: object
  }
  removeUser: { ask: { uin: number }; answer: object }
  /** Good rows are added, the others are refused one by one. */
  importUsers: {
    ask: { rows: readonly ImportRow[] }
    answer: { added: number; refused: readonly { line: number; because: string }[] }
  }
  exportUsers: { ask: object; answer: { accounts: readonly ExportRow[] } }
  addInvite: {
    ask: { code?: string | undefined; uses: number; expiresAt?: number | undefined }
    answer: { code: string }
  }
  listInvites: { ask: object; answer: { invites: readonly InviteRow[] } }
  removeInvite: { ask: { code: string }; answer: object }
}

/** A request by name. */
export type RequestName = keyof Requests
/** What is asked with one request. */
export type Ask<Name extends RequestName> = Requests[Name]['ask']
/** What one request is answered with. */
export type Answer<Name extends RequestName> = Requests[Name]['answer']

/** Whoever meets requests: `handlers.ts` next to the store, `call-control.ts` from afar. */
export type Meet = <Name extends RequestName>(name: Name, ask: Ask<Name>) => Promise<Answer<Name>>
