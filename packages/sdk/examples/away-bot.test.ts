import { testNetwork } from '@seekyou/sdk/testing'
import { expect, test } from 'vitest'
import { awayBot } from './away-bot.ts'

test('everybody is told once, and the owner gets what they wrote', async () => {
  const network = testNetwork()
  await network.start(awayBot({ server: 'icq.example.org', uin: 2000, password: 'secret', owner: 1001 }))
  const [ann, bob] = [await network.person(1001), await network.person(1002)]
  expect(await bob.ask(2000, 'Are you there?')).toBe('I am not here.')
  await bob.say(2000, 'Call me.')
  await network.pass(5_000)
  expect(bob.texts).toEqual(['I am not here.'])
  await ann.say(2000, '/back')
  await network.until(() => ann.texts.includes('That was all.'))
  const kept = ann.texts.filter((text) => text.startsWith('1002'))
  expect(kept).toEqual(['1002: Are you there?', '1002: Call me.'])
  expect(await ann.ask(2000, '/away Back at five.')).toBe('I tell everybody: Back at five.')
})
