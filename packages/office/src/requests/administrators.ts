import { z } from 'zod'
import { declare } from '../declare.ts'
import { nothing, rowsOf, time } from '../values.ts'

const name = z.string().max(64)
const password = z.string().max(256)
const named = z.strictObject({ name })
const credentials = z.strictObject({ name, password })
const administratorRow = z.object({ name, createdAt: time })
const tokenRow = z.object({ name, createdAt: time, usedAt: time.optional() })

/** The requests that are about who may administer this server from a browser or a program. */
export const administratorRequests = {
  setupLink: declare({
    ask: nothing,
    answer: z.object({ path: z.string().describe('/setup#CODE, on the listener of the admin pages'), expiresAt: time }),
    about: 'Makes a link with which one administrator can be added, once and within an hour. An older one ends.',
    changes: true,
    http: { method: 'post', path: '/setup-link' },
  }),
  setUp: declare({
    ask: credentials.extend({ code: z.string().max(64) }),
    answer: nothing,
    about: 'Adds an administrator with the code of the setup link, which ends with it.',
    changes: true,
  }),
  addAdministrator: declare({
    ask: credentials,
    answer: nothing,
    about: 'Adds an administrator with a password of at least twelve characters.',
    changes: true,
    http: { method: 'post', path: '/administrators' },
  }),
  checkAdministrator: declare({
    ask: credentials,
    answer: z.object({ isRight: z.boolean() }),
    about: 'Says whether an administrator has this password.',
    changes: false,
  }),
  listAdministrators: declare({
    ask: nothing,
    answer: z.object({ rows: rowsOf(administratorRow) }),
    about: 'Shows the administrators.',
    changes: false,
    http: { method: 'get', path: '/administrators' },
  }),
  removeAdministrator: declare({
    ask: named,
    answer: nothing,
    about: 'Removes an administrator, unless it is the last one.',
    changes: true,
    http: { method: 'delete', path: '/administrators/{name}' },
  }),
  setAdministratorPassword: declare({
    ask: credentials,
    answer: nothing,
    about: 'Gives an administrator another password.',
    changes: true,
    http: { method: 'put', path: '/administrators/{name}/password' },
  }),
  addToken: declare({
    ask: named,
    answer: z.object({ token: z.string().describe('shown this once; only its hash is kept') }),
    about: 'Makes a token with which a program may do what an administrator may.',
    changes: true,
    http: { method: 'post', path: '/tokens' },
  }),
  checkToken: declare({
    ask: z.strictObject({ token: z.string().max(128) }),
    answer: z.object({ name: name.optional().describe('left out: there is no such token') }),
    about: 'Says whose token this is.',
    changes: false,
  }),
  listTokens: declare({
    ask: nothing,
    answer: z.object({ rows: rowsOf(tokenRow) }),
    about: 'Shows the tokens by name.',
    changes: false,
    http: { method: 'get', path: '/tokens' },
  }),
  removeToken: declare({
    ask: named,
    answer: nothing,
    about: 'Withdraws a token.',
    changes: true,
    http: { method: 'delete', path: '/tokens/{name}' },
  }),
}

export type AdministratorRow = z.output<typeof administratorRow>
export type TokenRow = z.output<typeof tokenRow>
