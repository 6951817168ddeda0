import { copyFileSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { complaint, home, quiet } from '../testing/home.ts'
import { oldClient } from '../testing/old-client.ts'

test.concurrent('a copy that is written while the server runs becomes a server of its own', async ({
  onTestFinished,
}) => {
  const { run, serve, folder, data } = home(onTestFinished)
  const server = await serve()
  await run(['user', 'add', '--uin', '7654321', '--nick', 'a', '--password', 'pass'])
  await oldClient(server, onTestFinished).signOn()
  expect((await run(['links'])).out).toMatch(/\n7654321 {2}a .* 127\.0\.0\.1:\d+ +udp .*\n\n1 user\n$/)
  const mine = join(folder, 'mine.db')
  expect(await run(['backup', mine])).toEqual(
    quiet(/^\d+\.\d MiB in \d+\.\d s: .*seekyou-\d{8}-\d{6}\.db and .*mine\.db\n$/),
  )
  expect(statSync(mine).mode & 0o777).toBe(0o600)
  expect(await run(['backup', mine])).toEqual(complaint(1, /mine\.db is there already: choose another name\.\n$/))
  server.child.kill('SIGTERM')
  await server.end
  expect(await run(['backup', '--json'])).toEqual(quiet(/^\{"name":"seekyou-[\d-]+\.db","bytes":\d+,"ms":\d+\}\n$/))
  expect((await run(['backup', '--list'])).out.trimEnd().split('\n')).toHaveLength(3)
  expect(await run(['links'])).toEqual(complaint(1, /No server runs/))

  const elsewhere = join(folder, 'elsewhere')
  mkdirSync(elsewhere)
  copyFileSync(
    join(data, 'backups', JSON.parse((await run(['backup', '--list', '--json'])).out.split('\n')[1] ?? '').name),
    join(elsewhere, 'seekyou.db'),
  )
  expect(await run(['user', 'list', '--json'], { env: { SEEKYOU_DATA: elsewhere } })).toEqual(
    quiet(/^\{"uin":7654321,/),
  )
})
