// Where passwords and texts must never be found: in what the program writes to its log, whatever is said to it, and passwords
// not in its files either. Commands come from the catalogue, so that none is left out.
import { readdirSync, readFileSync } from 'node:fs'
import { join as joinPath } from 'node:path'
import { clientFraming, clientPackets, type Schema } from '@seekyou/wire'
import { expect, test } from 'vitest'
import { code, join, registerBody, str, u16 } from './bytes.ts'
import { RawClient } from './raw-client.ts'
import {
  importUsers,
  newDataFolder,
  password,
  removeDataFolder,
  type StartedServer,
  startServer,
} from './started-server.ts'

const ann = 100_001
const bob = 100_002
/** Eight letters each, as clients of the time can send them; nothing else contains them. */
const marks = { text: 'mq7zkpxw', guess: 'vj4hqxkd', own: 'xk9wqjzp', first: 'zw3kvqhx' }
const schemas = Object.values<Schema<object>>(clientPackets as unknown as Readonly<Record<string, Schema<object>>>)

test('whatever is said, whole or broken, with a link or without, no password and no text is in the log', async () => {
  const data = await newDataFolder()
  await importUsers(data, ann, 2)
  const server = await startServer(data, { flags: ['--log', 'debug', '--registration', 'open'] })
  const { log, files } = await sayEverything(server)
  await removeDataFolder(data)

  expect(log).toContain('"msg":"signedOn"')
  for (const secret of [password, ...Object.values(marks)])
    for (const spelling of spellings(secret)) expect(log).not.toContain(spelling)
  expect(files.includes('$argon2id$')).toBe(true)
  // Texts that wait are kept as they came, passwords are not.
  expect(files.includes(marks.text)).toBe(true)
  for (const secret of [password, marks.guess, marks.own, marks.first]) expect(files.includes(secret)).toBe(false)
})

async function sayEverything(server: StartedServer): Promise<{ log: string; files: Buffer }> {
  const [guest, stranger, newcomer] = await Promise.all([1, 2, 3].map(() => RawClient.open(server)))
  if (!guest || !stranger || !newcomer) throw new Error('three clients were opened')
  stranger.uin = bob
  for (const schema of schemas) {
    const whole = Buffer.from(clientFraming.seal(schema, marked(schema), stranger.takeSequence(), bob))
    stranger.sendBytes(whole)
    stranger.sendBytes(whole.subarray(0, whole.length - 3))
  }
  await stranger.caughtUp()
  newcomer.send(code.register, registerBody(marks.first))
  await newcomer.expect(code.newUin)

  await guest.login(ann, password)
  await guest.command(code.changePassword, join(u16(1), str(marks.own)))
  await guest.expect(code.passwordReply)
  for (const schema of schemas) {
    if (leavesOrEnters.has(schema.name)) continue
    const whole = Buffer.from(clientFraming.seal(schema, marked(schema), guest.takeSequence(), ann))
    const broken = Buffer.from(clientFraming.seal(schema, marked(schema), guest.takeSequence(), ann))
    guest.sendBytes(whole)
    guest.sendBytes(broken.subarray(0, broken.length - 3))
  }
  await guest.caughtUp()
  await Promise.all([guest, stranger, newcomer].map((client) => client.close()))
  const { stdout, stderr } = await server.stop()
  const files = readdirSync(server.data).map((name) => readFileSync(joinPath(server.data, name)))
  return { log: stdout + stderr, files: Buffer.concat(files) }
}

const leavesOrEnters: ReadonlySet<string> = new Set(['login', 'sendTextCode', 'newUserReg', 'changePassword'])

/** A packet with a mark in every text, addressed to somebody who is away. */
function marked(schema: Schema<object>): object {
  const sample = schema.sample(() => 0.5)
  const isPassword = (name: string): boolean => /password/i.test(name)
  const fields = Object.entries(sample).map(([name, value]) => {
    if (value instanceof Uint8Array) return [name, Buffer.from(isPassword(name) ? marks.guess : marks.text)]
    return [name, name === 'to' || name === 'target' ? bob : name === 'kind' ? 1 : value]
  })
  return Object.fromEntries(fields) as object
}

/** Every form in which bytes find their way into a line of JSON. */
function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret)
  const hex = bytes.toString('hex')
  const indexed = JSON.stringify({ ...[...bytes] }).slice(1, -1)
  return [secret, hex, hex.toUpperCase(), hex.replace(/..(?=.)/g, '$& '), [...bytes].join(','), indexed, bytes.toString('base64').slice(0, 10)] // biome-ignore format: one line
}
