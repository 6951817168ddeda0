import type { Answer, Ask } from '../office/ways.ts'

export type Account = Answer<'findUsers'>['rows'][number]
export type Only = NonNullable<Ask<'findUsers'>['only']> | 'all'
/** How an account is, as its tag says. */
export type AccountState = 'active' | 'banned' | 'leaving'

export const stateOf = ({ leavesAt, ban }: Account): AccountState =>
  leavesAt !== undefined ? 'leaving' : ban !== undefined ? 'banned' : 'active'

/** The code pages that an account can write in; `guess`: as its texts look. */
export const codePages = [
  'guess',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'ibm866',
  'koi8-r',
  'koi8-u',
] as const
