import { testNetwork } from '@seekyou/sdk/testing'
import { expect, test } from 'vitest'
import { announcer } from './announcer.ts'

test('what the owner announces reaches whoever wants to hear it', async () => {
  const network = testNetwork()
  await network.start(announcer({ server: 'icq.example.org', uin: 2000, password: 'secret', owner: 1001 }))
  const [ann, bob, carl] = [await network.person(1001), await network.person(1002), await network.person(1003)]
  await bob.ask(2000, '/subscribe')
  await carl.ask(2000, '/subscribe')
  expect(await ann.ask(2000, '/announce Tea is ready.')).toBe('Told 2 of 2.')
  await network.until(() => bob.texts.includes('Tea is ready.') && carl.texts.includes('Tea is ready.'))
  await carl.ask(2000, '/unsubscribe')
  expect(await ann.ask(2000, '/announce Again.')).toBe('Told 1 of 1.')
  expect(await bob.ask(2000, '/announce Me too.')).toMatch('Say /subscribe')
  expect(carl.texts).not.toContain('Again.')
})
