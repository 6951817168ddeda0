import { testNetwork } from '@seekyou/sdk/testing'
import { expect, test } from 'vitest'
import { bridge } from './bridge.ts'

test('people of two networks talk in one room', async () => {
  const network = testNetwork({ servers: ['one.example.org', 'two.example.org'] })
  const side = (server: string, uin: number) => ({ server, uin, password: 'secret' })
  for (const bot of bridge(side('one.example.org', 2000), side('two.example.org', 3000))) await network.start(bot)
  const ann = await network.person(1001, 'one.example.org')
  const bob = await network.person(1001, 'two.example.org')
  const carl = await network.person(1002, 'two.example.org')
  expect(await ann.ask(2000, 'hello')).toBe('Say /join to come in.')
  await ann.ask(2000, '/join')
  await bob.ask(3000, '/join')
  await carl.ask(3000, '/join')
  await ann.say(2000, 'hello')
  await network.until(() => bob.texts.length === 2 && carl.texts.length === 2)
  expect(bob.texts[1]).toBe('1001@one.example.org: hello')
  await carl.ask(3000, '/leave')
  await bob.say(3000, 'hi')
  await network.until(() => ann.texts.includes('1001@two.example.org: hi'))
  await network.pass(5_000)
  expect(carl.texts.length).toBe(3)
  expect(bob.texts.length).toBe(2)
})
