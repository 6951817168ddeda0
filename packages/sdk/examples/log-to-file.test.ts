import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testNetwork } from '@seekyou/sdk/testing'
import { expect, test } from 'vitest'
import { logToFile } from './log-to-file.ts'

test('everything that is said stands in the file, one line each', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'log-'))
  try {
    const file = join(folder, 'log.jsonl')
    const network = testNetwork()
    const bot = await network.start(logToFile({ server: 'icq.example.org', uin: 2000, password: 'secret', file }))
    const [ann, bob] = [await network.person(1001), await network.person(1002)]
    await ann.say(2000, 'one')
    await bob.say(2000, 'two\nlines')
    await network.finish(ann.user.sendUrl(2000, 'http://example.org/'))
    await network.until(() => bot.counters.handled >= 4)
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { from: 1001, type: 'message', text: 'one', at: expect.stringMatching(/^1998-/) },
      { from: 1002, type: 'message', text: 'two\nlines' },
      { from: 1001, type: 'url', url: 'http://example.org/' },
    ])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
