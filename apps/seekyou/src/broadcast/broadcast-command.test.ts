import { expect, test } from 'vitest'
import { complaint, home, quiet } from '../testing/home.ts'
import { message, oldClient } from '../testing/old-client.ts'

const add = (uin: string): string[] => ['user', 'add', '--uin', uin, '--nick', 'a', '--password', 'pass']

test.concurrent('a running server tells who is here, and on request who is not', async ({ onTestFinished }) => {
  const { run, serve } = home(onTestFinished)
  const server = await serve()
  for (const uin of ['7654321', '1000', '1001']) await run(add(uin))
  const { hear, signOn } = oldClient(server, onTestFinished)
  await signOn()
  const heard = hear(message)
  expect(await run(['broadcast', 'Back in five minutes\nBye', '--system'])).toEqual(quiet('Told 1 on line.\n'))
  const datagram = await heard
  expect(datagram.readUInt32LE(6)).toBe(1)
  expect(datagram.readUInt16LE(10)).toBe(9)
  expect(datagram.toString('latin1', 14)).toBe('Back in five minutes\r\nBye\0')
  expect(await run(['broadcast', 'Welcome back', '--absent'])).toEqual(quiet('Told 1 on line and 2 absent.\n'))
  expect(await run(['user', 'show', '1000'])).toEqual(quiet(/\nmessages waiting +1\n/))
  expect(await run(['broadcast', 'x'.repeat(451)])).toEqual(complaint(2, /^seekyou: The text has 451 bytes .*\n$/))
})

test.concurrent('without a server, what is said waits for everybody', async ({ onTestFinished }) => {
  const { run } = home(onTestFinished)
  await run(add('1000'))
  expect(await run(['broadcast', 'Hello'])).toEqual(complaint(1, /^seekyou: No server runs on this data folder: .*\n$/))
  expect(await run(['broadcast', 'Привет', '--absent', '--code-page', 'koi8-r'])).toEqual(
    quiet('Told 0 on line and 1 absent.\n'),
  )
  expect(await run(['user', 'show', '1000'])).toEqual(quiet(/\nmessages waiting +1\n/))
})

test.concurrent('a new account finds the welcome message, with and without a server', async ({ onTestFinished }) => {
  const { run, serve } = home(onTestFinished)
  expect(await run(add('1000'), { env: { SEEKYOU_WELCOME: 'Hello!' } })).toMatchObject({ code: 0 })
  await serve('--welcome', 'Good day!')
  expect(await run(add('1001'))).toMatchObject({ code: 0 })
  for (const uin of ['1000', '1001']) {
    expect(await run(['user', 'show', uin])).toEqual(quiet(/\nmessages waiting +1\n/))
  }
})
