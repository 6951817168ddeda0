import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { complaint, home, quiet } from '../testing/home.ts'

test.concurrent('the server greets with all that is needed, and stops with a signal', async ({ onTestFinished }) => {
  const { data, serve } = home(onTestFinished)
  const server = await serve()
  const { out } = server.soFar
  expect(out).toMatch(/^udp 127\.0\.0\.1:[1-9]\d*$/m)
  expect(out).toContain(`\ndata ${data}\n`)
  expect(out).toContain(`npx seekyou user add --data ${data} --uin 100001 --nick alpha`)
  expect(out).toMatch(/\nready.*\n$/)
  expect(statSync(data).mode & 0o777).toBe(0o700)
  expect(statSync(join(data, 'control.sock')).mode & 0o777).toBe(0o600)
  server.child.kill('SIGINT')
  expect(await server.end).toMatchObject({ code: 0, err: '' })
  expect(statSync(join(data, 'control.sock'), { throwIfNoEntry: false })).toBeUndefined()
})

test.concurrent('the server does not share its folder or its port', async ({ onTestFinished }) => {
  const { folder, run, serve } = home(onTestFinished)
  const server = await serve()
  expect(await run(['serve', '--udp', '127.0.0.1:0'])).toEqual(
    complaint(1, /^seekyou: The data folder .* is in use by another Seekyou.*\n$/),
  )
  const other = createSocket('udp4').bind(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address()
  expect(await run(['serve', '--udp', `127.0.0.1:${port}`, '--data', join(folder, 'other')])).toEqual(
    complaint(
      1,
      new RegExp(`^seekyou: UDP port ${port} on 127\\.0\\.0\\.1 is in use by another program.*--udp HOST:PORT\\.\n$`),
    ),
  )
  other.close()
  expect(server.soFar.err).toBe('')
})

test.concurrent('the server starts again after it was killed, with the socket of its past life in place', async ({
  onTestFinished,
}) => {
  const { run, serve } = home(onTestFinished)
  const first = await serve()
  first.child.kill('SIGKILL')
  await first.end
  await serve()
  expect(await run(['user', 'add', '--uin', '1000', '--nick', 'a', '--password', 'x'])).toEqual(
    quiet('Added 1000, a.\n'),
  )
})

test.concurrent('the server refuses what cannot be', async ({ onTestFinished }) => {
  const { folder, run } = home(onTestFinished)
  writeFileSync(join(folder, 'file'), '')
  expect(await run(['serve', '--data', join(folder, 'file', 'x')])).toEqual(
    complaint(1, /^seekyou: The data folder .* cannot be used \(something else is in its place\).*\n$/),
  )
  expect(await run(['serve', '--limits', 'off'])).toEqual(
    complaint(2, /^seekyou: Without limits the server may only listen on loopback.*\n$/),
  )
  expect(await run(['serve', '--welcome', 'x'.repeat(451)])).toEqual(
    complaint(2, /^seekyou: The welcome message has 451 bytes in windows-1252: a message has at most 450\..*\n$/),
  )
  expect(await run(['serve', '--udp', '192.0.2.1:0'])).toEqual(
    complaint(1, /^seekyou: 192\.0\.2\.1 is no IPv4 address of this machine.*\n$/),
  )
})

test.concurrent('the server says loudly that its limits are off', async ({ onTestFinished }) => {
  const { serve } = home(onTestFinished)
  const server = await serve('--limits', 'off')
  expect(server.soFar.err).toMatch(/LIMITS ARE OFF/)
})
