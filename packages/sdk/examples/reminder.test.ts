import { testNetwork } from '@seekyou/sdk/testing'
import { expect, test } from 'vitest'
import { reminder } from './reminder.ts'

test('it reminds when it is time, and not before', async () => {
  const network = testNetwork()
  await network.start(reminder({ server: 'icq.example.org', uin: 2000, password: 'secret' }))
  const ann = await network.person(1001)
  expect(await ann.ask(2000, '/remind 2h call Bob')).toBe('I remind you in 2h.')
  expect(await ann.ask(2000, '/remind 10m tea')).toBe('I remind you in 10m.')
  await network.pass(9 * 60_000)
  expect(ann.texts.length).toBe(2)
  await network.pass(2 * 60_000)
  expect(ann.texts.slice(2)).toEqual(['You wanted to be reminded: tea'])
  await network.pass(2 * 3_600_000)
  expect(ann.texts.slice(3)).toEqual(['You wanted to be reminded: call Bob'])
  for (const nonsense of ['', '10m', 'soon tea', '31d tea', '-1m tea']) {
    expect(await ann.ask(2000, `/remind ${nonsense}`)).toMatch(/^Like this:/)
  }
})
