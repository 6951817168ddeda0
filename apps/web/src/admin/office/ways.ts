// Where each request is asked. The declarations say it, too, but they would bring a library with them: here only their types are used.
import type { Answer, Ask, RequestName, requests } from '@seekyou/office'

type Declarations = typeof requests
type WayOf<Name extends RequestName> = Declarations[Name] extends { readonly http: infer Way } ? Way : never

export const ways = {
  addUser: { method: 'post', path: '/users' },
  findUsers: { method: 'get', path: '/users' },
  showUser: { method: 'get', path: '/users/{uin}' },
  setUser: { method: 'patch', path: '/users/{uin}' },
  banUser: { method: 'post', path: '/users/{uin}/ban' },
  unbanUser: { method: 'delete', path: '/users/{uin}/ban' },
  kickUser: { method: 'post', path: '/users/{uin}/kick' },
  removeUser: { method: 'delete', path: '/users/{uin}' },
  restoreUser: { method: 'post', path: '/users/{uin}/restore' },
  registration: { method: 'get', path: '/registration' },
  setRegistration: { method: 'put', path: '/registration' },
  addInvite: { method: 'post', path: '/invites' },
  listInvites: { method: 'get', path: '/invites' },
  removeInvite: { method: 'delete', path: '/invites/{code}' },
  status: { method: 'get', path: '/status' },
  listLinks: { method: 'get', path: '/links' },
  chronicle: { method: 'get', path: '/chronicle' },
  broadcast: { method: 'post', path: '/broadcast' },
  oldClients: { method: 'get', path: '/old-clients' },
  listAudit: { method: 'get', path: '/audit' },
  backup: { method: 'post', path: '/backups' },
  listBackups: { method: 'get', path: '/backups' },
  setupLink: { method: 'post', path: '/setup-link' },
  addAdministrator: { method: 'post', path: '/administrators' },
  listAdministrators: { method: 'get', path: '/administrators' },
  removeAdministrator: { method: 'delete', path: '/administrators/{name}' },
  setAdministratorPassword: { method: 'put', path: '/administrators/{name}/password' },
  addToken: { method: 'post', path: '/tokens' },
  listTokens: { method: 'get', path: '/tokens' },
  removeToken: { method: 'delete', path: '/tokens/{name}' },
} as const satisfies { readonly [Name in RequestName]?: WayOf<Name> }

/** What the pages ask. */
export type Asking = keyof typeof ways
export type { Answer, Ask }
