import type { Ask } from '../office/ways.ts'
import type { Account } from './account.ts'

/** An account as the form shows it. */
export interface Draft {
  readonly nick: string
  readonly first: string
  readonly last: string
  readonly email: string
  readonly codePage: string
  readonly authorization: boolean
  readonly publishEmail: boolean
  readonly searchable: boolean
  readonly direct: 'default' | 'yes' | 'no'
  /** Empty: as for everybody. */
  readonly storedMax: string
  readonly limits: boolean
}

export const draftOf = (account: Account): Draft => ({
  nick: account.nick,
  first: account.first ?? '',
  last: account.last ?? '',
  email: account.email ?? '',
  codePage: account.codePage ?? 'guess',
  authorization: account.needsAuthorization ?? false,
  publishEmail: account.publishesEmail ?? false,
  searchable: account.searchable ?? true,
  direct: account.direct === undefined ? 'default' : account.direct ? 'yes' : 'no',
  storedMax: account.storedMax === undefined ? '' : String(account.storedMax),
  limits: account.limits ?? true,
})

type Changes = Omit<Ask<'setUser'>, 'uin'>

/** What a form has changed: only that is asked for. */
export function changesBetween(before: Draft, after: Draft): Changes {
  const asked: Required<Omit<Changes, 'password'>> = {
    ...after,
    direct: after.direct === 'default' ? 'default' : after.direct === 'yes',
    storedMax: after.storedMax.trim() === '' ? 'default' : Number(after.storedMax),
  }
  return Object.fromEntries(
    Object.entries(asked).filter(([name]) => before[name as keyof Draft] !== after[name as keyof Draft]),
  )
}
