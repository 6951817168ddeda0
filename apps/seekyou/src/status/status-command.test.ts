import { expect, test } from 'vitest'
import { complaint, home, quiet } from '../testing/home.ts'
import { oldClient } from '../testing/old-client.ts'

test.concurrent('a running server says how it is', async ({ onTestFinished }) => {
  const { run, serve } = home(onTestFinished)
  const server = await serve()
  await run(['user', 'add', '--uin', '7654321', '--nick', 'a', '--password', 'pass'])
  await oldClient(server, onTestFinished).signOn()
  expect(await run(['status'])).toEqual(
    quiet(
      /^1 user is on line; listening on 127\.0\.0\.1:\d+ for \d.* s\n0 calls wait for the store\n\d+ MiB of memory, \d+ MiB of it the heap; in the last minute [\d.]+ ms late at 99 %, [\d.]+ ms at most\n\nhow many {2}counted since the start\n +\d {2}datagramsIn\n/,
    ),
  )
  const { out } = await run(['status', '--json'])
  expect(JSON.parse(out)).toMatchObject({
    online: 1,
    uptimeMs: expect.any(Number),
    health: { memory: { rss: expect.any(Number) }, handles: expect.any(Number), delayMs: { p50: expect.any(Number) } },
    counters: { datagramsIn: expect.any(Number), bugs: 0 },
    limits: { storedMax: 100, storedFromOneMax: 20 },
  })
})

test.concurrent('where no server runs, there is nothing to say', async ({ onTestFinished }) => {
  const { run } = home(onTestFinished)
  await run(['invite', 'add'])
  expect(await run(['status'])).toEqual(complaint(1, /^seekyou: No server runs on this data folder: .*\n$/))
})
