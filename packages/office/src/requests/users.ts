import { z } from 'zod'
import { declare } from '../declare.ts'
import { exportRow, importRow, userRow } from '../rows.ts'
import { count, nothing, rowsOf, time, uin } from '../values.ts'

const one = z.strictObject({ uin })
const page = z.strictObject({ after: uin.optional() })
const orDefault = <Value extends z.ZodType>(value: Value) => z.union([value, z.literal('default')]).optional()
const text = z.string().optional()
const flag = z.boolean().optional()

/** What may be changed of an account; what is left out stays. `default`: as for everybody; `guess`: as its texts look. */
const changes = z.strictObject({
  uin,
  nick: text,
  first: text,
  last: text,
  email: text,
  password: text,
  codePage: text.describe('a code page, or guess'),
  authorization: flag,
  publishEmail: flag,
  searchable: flag,
  direct: orDefault(z.boolean()),
  storedMax: orDefault(count),
  limits: flag,
})

/** The requests that are about accounts. */
export const userRequests = {
  addUser: declare({
    ask: z.strictObject({ uin: uin.optional(), nick: z.string(), password: z.string(), codePage: text }),
    answer: z.object({ uin }),
    about: 'Adds an account, under this number or the next free one.',
    changes: true,
    http: { method: 'post', path: '/users' },
  }),
  listUsers: declare({
    ask: page,
    answer: z.object({ rows: rowsOf(userRow), next: uin.optional() }),
    about: 'Shows accounts by number, some at a time: `next` is what to ask with as `after`, left out at the end.',
    changes: false,
  }),
  findUsers: declare({
    ask: z.strictObject({
      text: z.string().max(64).optional().describe('how the number, the nickname, a name or the e-mail address begins'),
      only: z.enum(['online', 'banned', 'leaving']).optional(),
      after: uin.optional(),
      count: z.int().min(1).max(500).optional().describe('how many at a time, 50 if left out'),
    }),
    answer: z.object({ rows: rowsOf(userRow), total: count, next: uin.optional() }),
    about: 'Finds accounts by number, some at a time, and says how many there are in all.',
    changes: false,
    http: { method: 'get', path: '/users' },
  }),
  showUser: declare({
    ask: one,
    answer: z.object({ user: userRow }),
    about: 'Shows everything about one account but its password.',
    changes: false,
    http: { method: 'get', path: '/users/{uin}' },
  }),
  setUser: declare({
    ask: changes,
    answer: nothing,
    about: 'Changes an account; what is left out stays. A new password signs its owner off.',
    changes: true,
    http: { method: 'patch', path: '/users/{uin}' },
  }),
  banUser: declare({
    ask: z.strictObject({ uin, reason: z.string().max(1_000) }),
    answer: nothing,
    about: 'Signs somebody off and lets them on no more.',
    changes: true,
    http: { method: 'post', path: '/users/{uin}/ban' },
  }),
  unbanUser: declare({
    ask: one,
    answer: nothing,
    about: 'Lets somebody on again.',
    changes: true,
    http: { method: 'delete', path: '/users/{uin}/ban' },
  }),
  kickUser: declare({
    ask: one,
    answer: nothing,
    about: 'Signs somebody off who is on line.',
    changes: true,
    http: { method: 'post', path: '/users/{uin}/kick' },
  }),
  removeUser: declare({
    ask: z.strictObject({ uin, now: flag.describe('at once, with what waits for it') }),
    answer: z.object({ leavesAt: time.optional().describe('left out: it is gone') }),
    about: 'Bans an account at once and removes it for good after seven days; its number is never given again.',
    changes: true,
    http: { method: 'delete', path: '/users/{uin}' },
  }),
  restoreUser: declare({
    ask: one,
    answer: nothing,
    about: 'Takes back that an account is to be removed.',
    changes: true,
    http: { method: 'post', path: '/users/{uin}/restore' },
  }),
  importUsers: declare({
    ask: z.strictObject({ rows: rowsOf(importRow) }),
    answer: z.object({ added: count, refused: rowsOf(z.object({ line: z.int(), because: z.string() })) }),
    about: 'Adds accounts; bad ones are named with their line and left out.',
    changes: true,
    http: { method: 'post', path: '/import' },
  }),
  exportUsers: declare({
    ask: page,
    answer: z.object({ rows: rowsOf(exportRow), next: uin.optional() }),
    about: 'Shows accounts with their password hashes, some at a time as `listUsers` does.',
    changes: false,
  }),
}

export type UserChanges = Omit<z.output<typeof changes>, 'uin'>
