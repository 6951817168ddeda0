import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testNetwork } from '@seekyou/sdk/testing'
import { expect, test } from 'vitest'
import { presenceRecorder } from './presence-recorder.ts'

test('who comes and goes is written down', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'presence-'))
  try {
    const file = join(folder, 'presence.csv')
    const network = testNetwork()
    const options = { server: 'icq.example.org', uin: 2000, password: 'secret', contacts: [1001] }
    await network.start(presenceRecorder({ ...options, file }))
    const bob = await network.person(1002)
    expect(await bob.ask(2000, '/seen 1001')).toBe('1001: never seen')
    const ann = await network.connect({ uin: 1001 })
    await network.pass(5_000)
    ann.setStatus('away')
    await network.pass(5_000)
    await network.finish(ann.signOff())
    await network.pass(5_000)
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    expect(lines.map((line) => line.replace(/^1998-09-01T[^,]*Z,/, ''))).toEqual([
      '1001,online',
      '1001,away',
      '1001,offline',
    ])
    expect(await bob.ask(2000, '/seen 1001')).toMatch(/^1001: offline since 1998-09-01T/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
