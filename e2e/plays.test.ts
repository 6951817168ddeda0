// The plays of interop, performed by the started program. Those that need patience are left to virtual time.
import { cp } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { perform } from '../interop/stage/perform.ts'
import { type Play, waitingTime } from '../interop/stage/play.ts'
import { readPlays } from '../interop/stage/read-plays.ts'
import { runSeekyou } from './run-seekyou.ts'
import { cheapHashes, newDataFolder, password, removeDataFolder, startServer } from './started-server.ts'
import { udpStage } from './udp-stage.ts'

const patienceMs = 3_000
const plays = readPlays().filter((play) => waitingTime(play) <= patienceMs)

let template = ''
/** Fifty programs start faster when what one has compiled serves the others. */
let cache = ''

beforeAll(async () => {
  template = await newDataFolder()
  cache = await newDataFolder()
  const uins = new Set(plays.flatMap(({ cast }) => cast.filter(({ hasAccount }) => hasAccount).map(({ uin }) => uin)))
  const rows = [...uins].map((uin) => JSON.stringify({ uin, password }))
  const args = ['user', 'import', '-', '--data', template, ...cheapHashes]
  expect(await runSeekyou(args, { input: `${rows.join('\n')}\n` })).toMatchObject({ exitCode: 0, stderr: '' })
})

afterAll(() => Promise.all([template, cache].map(removeDataFolder)))

test('there are many', () => expect(plays.length).toBeGreaterThan(40))

test.concurrent.each(plays.map((play) => [`${play.file}: ${play.title}`, play] as const))('%s', async (_, play) => {
  const data = await newDataFolder()
  await cp(template, data, { recursive: true })
  const server = await startServer(data, { flags: flagsOf(play), env: { NODE_COMPILE_CACHE: cache } })
  const stage = await udpStage(play.cast, server)
  try {
    await perform(play, stage)
  } finally {
    await stage.close()
    const { exitCode, stderr } = await server.stop()
    await removeDataFolder(data)
    expect({ exitCode, errors: stderr.match(/^\{"level":50.*$/gm) }).toEqual({ exitCode: 0, errors: null })
  }
})

function flagsOf({ options }: Play): string[] {
  const { registration = 'open', direct = 'off', enforceAuthorization = 'off' } = options
  return ['--registration', registration, '--direct', direct, '--enforce-authorization', enforceAuthorization]
}
