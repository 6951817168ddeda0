import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testNetwork } from '@seekyou/sdk/testing'
import { expect, test } from 'vitest'
import { jsonSessions } from './json-sessions.ts'
import { quiz } from './quiz.ts'

const options = { server: 'icq.example.org', uin: 2000, password: 'secret' }

test('two people play side by side', async () => {
  const network = testNetwork()
  await network.start(quiz(options))
  const [ann, bob] = [await network.person(1001), await network.person(1002)]
  expect(await ann.ask(2000, 'hello')).toBe('Say /quiz to play.')
  expect(await ann.ask(2000, '/quiz')).toMatch('year')
  expect(await bob.ask(2000, '/quiz')).toMatch('year')
  expect(await ann.ask(2000, 'In 1996')).toMatch(/^Right\. How many/)
  expect(await bob.ask(2000, '1812')).toMatch(/^No\. How many/)
  expect(await ann.ask(2000, '32')).toMatch(/^Right\./)
  expect(await ann.ask(2000, 'red')).toBe('No. That was all: 2 points.')
  expect(await bob.ask(2000, '/score')).toBe('You have 0 points.')
})

test('points outlive the bot in a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quiz-'))
  try {
    const file = join(folder, 'scores.json')
    const network = testNetwork()
    const bot = await network.start(quiz({ ...options, store: jsonSessions(file) }))
    const ann = await network.person(1001)
    await ann.ask(2000, '/quiz')
    await ann.ask(2000, '1996')
    await network.finish(bot.stop())
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ '1001': { points: 1, open: 1 } })
    await network.start(quiz({ ...options, store: jsonSessions(file) }))
    expect(await ann.ask(2000, '/score')).toBe('You have 1 points.')
    await ann.ask(2000, '/forget')
    expect(await ann.ask(2000, '/score')).toBe('You have 0 points.')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
