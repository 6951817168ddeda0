// Accounts as people read them.
import { z } from 'zod'
import { count, time, uin } from './values.ts'

const text = z.string().optional()
const number = z.int().optional()
const flag = z.boolean().optional()

const account = z.object({
  uin,
  nick: z.string(),
  first: text,
  last: text,
  email: text,
  needsAuthorization: flag,
  city: text,
  country: number.describe('a telephone prefix'),
  timeZone: number.describe('half hours west of Greenwich'),
  state: text,
  age: number,
  sex: number.describe('1 female, 2 male'),
  phone: text,
  homepage: text,
  about: text,
  zip: number,
  codePage: text.describe("how the owner's client writes, if somebody has said so"),
  readAs: text.describe('the code page in which the texts of this row were read'),
  createdAt: time.optional(),
  publishesEmail: flag,
  searchable: flag,
  direct: flag.describe('whether others may be told its true address; left out: as for everybody'),
  storedMax: count.optional().describe('how many messages may wait; left out: as for everybody'),
  limits: flag.describe('false: no limits of pace'),
  ban: z.object({ at: time, reason: z.string() }).optional(),
  leavesAt: time.optional().describe('when it will be removed for good; until then it is banned and can be restored'),
})

/** An account as `user list` and the pages show it; never with a password. */
export const userRow = account.extend({
  waiting: count.describe('how many messages wait for it'),
  isOnline: z.boolean(),
  lastOnAt: time.optional().describe('when it was last signed on, if it is not now'),
})

/** An account as `user export` writes it. */
export const exportRow = account.extend({ passwordHash: z.string() })

/** An account to bring in: exactly one of `password` and `passwordHash` (a PHC string) is there. `line` names it in refusals. */
export const importRow = account
  .partial({ uin: true })
  .extend({ line: z.int(), password: z.string().optional(), passwordHash: z.string().optional() })

export type AccountRow = z.output<typeof account>
export type UserRow = z.output<typeof userRow>
export type ExportRow = z.output<typeof exportRow>
export type ImportRow = z.output<typeof importRow>
