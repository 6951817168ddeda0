import { limitNotes } from '@seekyou/server'
import { expect, test } from 'vitest'
import { complaint, home, quiet } from '../testing/home.ts'

test.concurrent('the table shows every limit with its value and its meaning', async ({ onTestFinished }) => {
  const { run } = home(onTestFinished)
  const { code, out, err } = await run(['limits', '--limit', 'messagesPerSecond=5', '--limit', 'storedMax=7'])
  expect([code, err]).toEqual([0, ''])
  for (const name of Object.keys(limitNotes)) expect(out).toMatch(new RegExp(`^${name} `, 'm'))
  expect(out).toMatch(/^messagesPerSecond +5 \(not 2\) {2}messages of one user/m)
  expect(out).toMatch(/^storedMax +7 \(not 100\)/m)
  expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100)
  expect((await run(['limits', '--limits', 'off'])).out).toMatch(/^messagesBurst +none \(not 128\)/m)
})

test.concurrent('programs get JSON; the environment counts, and a flag is louder', async ({ onTestFinished }) => {
  const { run } = home(onTestFinished)
  const env = { SEEKYOU_LIMIT: 'storedMax=1, contactsMax=7' }
  const limits = async (...flags: string[]) => {
    const { out } = await run(['limits', '--json', ...flags], { env })
    const rows = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { name: string; value: number | null })
    return Object.fromEntries(rows.map(({ name, value }) => [name, value]))
  }
  expect(await limits()).toMatchObject({ storedMax: 1, contactsMax: 7, storedFromOneMax: 20 })
  expect(await limits('--limit', 'storedMax=2')).toMatchObject({ storedMax: 2, contactsMax: 1_000 })
  expect(await limits('--limits', 'off', '--limit', 'storedMax=2')).toMatchObject({ storedMax: 2, messagesBurst: null })
})

test.concurrent('what cannot be is refused with a sentence, by the server as well', async ({ onTestFinished }) => {
  const { run } = home(onTestFinished)
  for (const command of ['limits', 'serve']) {
    expect(await run([command, '--limit', 'messagePerSecond=5'])).toEqual(
      complaint(2, /^seekyou: There is no limit called messagePerSecond: did you mean messagesPerSecond\?\n$/),
    )
    expect(await run([command, '--limit', 'speed=5'])).toEqual(
      complaint(2, /^seekyou: There is no limit called speed: seekyou limits lists them all\.\n$/),
    )
    expect(await run([command, '--limit', 'bytesPerSecond=511'])).toEqual(
      complaint(2, /^seekyou: The limit bytesPerSecond must be at least 512\.\n$/),
    )
  }
  for (const text of [
    'messagesPerSecond',
    'messagesPerSecond=',
    'messagesPerSecond=1.5',
    '=5',
    'messagesPerSecond=-1',
  ]) {
    expect(await run(['limits', '--limit', text])).toEqual(
      complaint(
        2,
        /is invalid\. Write a name and a whole number, such as messagesPerSecond=5; seekyou limits lists the names\.\n$/,
      ),
    )
  }
  expect(await run(['limits', '--limit', ''])).toEqual(quiet(/^limit/))
})
