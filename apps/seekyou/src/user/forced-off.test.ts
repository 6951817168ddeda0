import { expect, test } from 'vitest'
import { complaint, home, quiet } from '../testing/home.ts'
import { badPassword, goAway, oldClient } from '../testing/old-client.ts'

for (const [what, ...change] of [
  ['a removed account', 'remove', '7654321', '--yes'],
  ['an account with a new password', 'set', '7654321', '--password', 'other'],
  ['a banned account', 'ban', '7654321', '--reason', 'spam'],
  ['whoever is kicked', 'kick', '7654321'],
]) {
  test.concurrent(`${what} is signed off at once`, async ({ onTestFinished }) => {
    const { run, serve } = home(onTestFinished)
    const server = await serve()
    expect(await run(['user', 'add', '--uin', '7654321', '--nick', 'a', '--password', 'pass'])).toEqual(
      quiet('Added 7654321, a.\n'),
    )
    const { hear, signOn } = oldClient(server, onTestFinished)
    await signOn()
    const dismissed = hear(goAway)
    expect(await run(['user', ...change])).toMatchObject({ code: 0 })
    await dismissed
  })
}

test.concurrent('who is banned cannot sign on until the ban is lifted', async ({ onTestFinished }) => {
  const { run, serve } = home(onTestFinished)
  expect(await run(['user', 'add', '--uin', '7654321', '--nick', 'a', '--password', 'pass'])).toMatchObject({ code: 0 })
  expect(await run(['user', 'ban', '7654321', '--reason', 'spam'])).toEqual(quiet('Banned 7654321.\n'))
  const server = await serve()
  const { signOn } = oldClient(server, onTestFinished)
  await signOn(badPassword)
  expect(await run(['user', 'show', '7654321'])).toEqual(quiet(/\nbanned since +\d{4}-\d\d-\d\d\nbecause +spam\n$/))
  expect(await run(['user', 'kick', '7654321'])).toEqual(complaint(1, /^seekyou: 7654321 is not on line\.\n$/))
  expect(await run(['user', 'unban', '7654321'])).toEqual(quiet('7654321 may sign on again.\n'))
  await signOn()
})

test.concurrent('without a server nobody can be kicked', async ({ onTestFinished }) => {
  const { run } = home(onTestFinished)
  await run(['user', 'add', '--uin', '7654321', '--nick', 'a', '--password', 'pass'])
  expect(await run(['user', 'kick', '7654321'])).toEqual(
    complaint(1, /^seekyou: No server runs on this data folder: .*\n$/),
  )
})
