// What the store keeps for the office: who may administer, what was done, what was chosen.
import type { Uin, WallMillis } from '@seekyou/language'

/** Somebody who may administer the server from a browser. */
export interface Administrator {
  /** Told apart from others without regard to capitals of ASCII. */
  readonly name: string
  /** A PHC string. */
  readonly passwordHash: string
  readonly createdAt: WallMillis
}

/** A key for programs. */
export interface Token {
  readonly name: string
  readonly createdAt: WallMillis
  /** When it was last used, to the minute; undefined: never. */
  readonly usedAt: WallMillis | undefined
}

/** One line of the audit log. */
export interface AuditLine {
  /** Grows from line to line. */
  readonly id: number
  readonly at: WallMillis
  readonly by: string
  readonly what: string
  readonly whom: string | undefined
  readonly detail: string | undefined
}

/** What an operator can choose while the server runs. */
export type ChoiceName = 'registration'

/** Somebody on a contact list, with what its owner calls them. */
export interface NamedContact {
  readonly uin: Uin
  /** Empty: nothing. */
  readonly name: string
  readonly group: string
}
