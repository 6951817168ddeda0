import { afterAll, beforeAll, expect } from 'vitest'
import { code, type LoginFields, readMessage } from './bytes.ts'
import { RawClient } from './raw-client.ts'
import {
  importUsers,
  newDataFolder,
  password,
  removeDataFolder,
  type ServerOptions,
  type StartedServer,
  startServer,
} from './started-server.ts'

const firstUin = 100_001

/** One server for all tests of a file, and people who have never met each other for each of them. */
export interface Place {
  readonly server: StartedServer
  /** The number of an account that nobody has used yet. */
  newUin(): number
  /** A client that has said nothing yet. Closed after the last test, like all others. */
  client(): Promise<RawClient>
  /** A client that is signed on, by default with an account of its own. */
  signedOn(fields?: Partial<LoginFields> & { readonly uin?: number }): Promise<RawClient>
}

/** Starts a server before the tests of this file and stops it after them. Its log must not tell of any bug, or anybody's password. */
export function useServer({ users = 64, ...options }: ServerOptions & { readonly users?: number } = {}): Place {
  const clients: RawClient[] = []
  let server: StartedServer | undefined
  let used = 0

  beforeAll(async () => {
    const data = await newDataFolder()
    await importUsers(data, firstUin, users)
    server = await startServer(data, options)
  })
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.close()))
    if (!server) return
    const { exitCode, stdout, stderr } = await server.stop()
    await removeDataFolder(server.data)
    expect({ exitCode, errors: stderr.match(/^\{"level":50.*$/gm) }).toEqual({ exitCode: 0, errors: null })
    expect(stdout + stderr).not.toContain(password)
  })

  const place: Place = {
    get server() {
      if (!server) throw new Error('the server is started before the tests, not while they are collected')
      return server
    },
    newUin() {
      if (used === users) throw new Error(`all ${users} accounts of this file are used: ask useServer for more`)
      return firstUin + used++
    },
    async client() {
      const client = await RawClient.open(place.server)
      clients.push(client)
      return client
    },
    async signedOn({ uin = place.newUin(), ...fields } = {}) {
      const client = await place.client()
      await client.login(uin, fields.password ?? password, fields)
      return client
    },
  }
  return place
}

/** The texts of the messages (0104) that this client has been shown, in order, repetitions under the same number left out. */
export function textsShownTo(client: RawClient): string[] {
  const numbers = new Set<number>()
  return client.received(code.message).flatMap(({ sequence, body }) => {
    if (numbers.has(sequence)) return []
    numbers.add(sequence)
    return readMessage(body).text
  })
}

/** The nickname that `importUsers` has given to this client's account. */
export const nickOf = ({ uin }: RawClient): string => `user ${uin - firstUin}`
