import type { Hasher } from '@seekyou/service'
import type { SqlStore } from '@seekyou/store-sql'
import type { Registry } from '../control/registry.ts'
import { stoppedServer } from '../control/stopped-server.ts'

/** Shows the bytes that were hashed, in hexadecimal digits. */
const plainHasher: Hasher = {
  hashPassword: async ({ password }) => `$${[...password].map((byte) => byte.toString(16)).join(' ')}`,
  verifyPassword: async ({ password, hash }) => (await plainHasher.hashPassword({ password })) === hash,
}

/** A registry of a server that does not run, unless another is given. */
export const registryOf = (store: SqlStore, rest: Partial<Registry> = {}): Registry => ({
  store,
  hasher: plainHasher,
  server: stoppedServer(store),
  udp: { host: '127.0.0.1', port: 4000 },
  isRegistrationFixed: false,
  codePage: 'windows-1252',
  welcome: undefined,
  ...rest,
})
