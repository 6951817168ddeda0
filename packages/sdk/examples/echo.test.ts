import { testNetwork } from '@seekyou/sdk/testing'
import { expect, test } from 'vitest'
import { echo } from './echo.ts'

test('it repeats', async () => {
  const network = testNetwork()
  await network.start(echo({ server: 'icq.example.org', uin: 2000, password: 'secret' }))
  const ann = await network.person(1001)
  expect(await ann.ask(2000, 'hello')).toBe('hello')
  expect(await ann.ask(2000, '/help')).toBe('I repeat whatever you say.')
})
