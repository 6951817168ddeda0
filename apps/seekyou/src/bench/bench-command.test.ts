import { createSocket } from 'node:dgram'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type TestContext, test } from 'vitest'
import { complaint, home, quiet } from '../testing/home.ts'
import { phaseNames } from './phases.ts'
import type { Report, ReportFile } from './report.ts'

/** Several programs one after another. */
const timeout = 90_000

/** A started server with so many accounts, from 1000001 on. */
async function serverWith(users: number, onTestFinished: TestContext['onTestFinished'], ...flags: string[]) {
  const { run, serve, folder } = home(onTestFinished)
  const rows = Array.from({ length: users }, (_, index) =>
    JSON.stringify({ uin: 1_000_001 + index, password: 'secret' }),
  )
  if (users > 0) await run(['user', 'import', '-'], { input: rows.join('\n') })
  const { soFar, child } = await serve(...flags)
  const [, address = ''] = /^udp (\S+)$/m.exec(soFar.out) ?? []
  return { run, folder, address, pid: String(child.pid) }
}

test('every phase is played, nothing is lost, and the report says it', { timeout }, async ({ onTestFinished }) => {
  const { run, folder, address, pid } = await serverWith(20, onTestFinished, '--limits', 'off')
  const [json, svg] = [join(folder, 'report.json'), join(folder, 'report.svg')]
  const flags = ['--users', '20', '--processes', '2', '--seconds', '1', '--warmup', '0.1', '--rate', '200']
  const rates = ['--contacts', '5', '--changes', '20', '--visits', '10', '--keep-alives', '100', '--slowness', '2']
  const written = ['--pid', pid, '--name', 'mine', '--json', json, '--svg', svg]
  const ended = await run(['bench', '--server', address, ...flags, ...rates, ...written])
  expect(ended).toEqual(quiet(/mine: 20 users, played by 2 processes[\s\S]*message-rate: acknowledged/))

  const file = JSON.parse(readFileSync(json, 'utf8')) as ReportFile
  const [report] = file.reports
  expect(report).toMatchObject({ name: 'mine', users: 20, processes: 2, residentMiBBefore: expect.any(Number) })
  expect(report?.phases.map(({ phase }) => phase)).toEqual(phaseNames)
  for (const { phase, users, lost, timings, counts, server } of (report as Report).phases) {
    const { repeated, refused, unexpected, givenUp } = counts
    expect({ phase, users, lost, repeated, refused, unexpected, givenUp }).toEqual({
      phase,
      users: 20,
      lost: 0,
      repeated: 0,
      refused: 0,
      unexpected: 0,
      givenUp: 0,
    })
    expect(counts.met, phase).toBeGreaterThan(0)
    expect(server, phase).toMatchObject({ cpuSeconds: expect.any(Number), residentMiB: expect.any(Number) })
    for (const { p50, max } of Object.values(timings)) expect(p50).toBeLessThanOrEqual(max)
  }
  expect(report?.phases[1]?.counts).toMatchObject({ expected: 20 * 6, met: 20 * 6 })
  expect(readFileSync(svg, 'utf8')).toMatch(/^<svg [\s\S]*mine/)

  const again = await run(['bench', '--from', json, '--from', json, '--json', '-'])
  expect(JSON.parse(again.out)).toEqual({ ...file, reports: [report, report] })
})

test('users may share an address, and get their numbers from the server', { timeout }, async ({ onTestFinished }) => {
  const { run, address } = await serverWith(0, onTestFinished, '--limits', 'off', '--registration', 'open')
  const flags = ['--users', '4', '--register', '--sources', 'ports', '--seconds', '0.3', '--warmup', '0.1']
  const { out } = await run(['bench', '--server', address, ...flags, '--phases', 'login,message,login', '--json', '-'])
  const [report] = (JSON.parse(out) as ReportFile).reports
  expect(report?.phases.map(({ phase, users, lost }) => [phase, users, lost])).toEqual([
    ['login', 4, 0],
    ['message', 4, 0],
    ['login', 4, 0],
  ])
})

test('a server that is not ready for this load is named with a sentence', { timeout }, async ({ onTestFinished }) => {
  const { run, address } = await serverWith(1, onTestFinished, '--registration', 'closed')
  const bench = (...flags: string[]) => run(['bench', '--server', address, '--users', '2', ...flags])
  expect(await bench('--password', 'other')).toEqual(
    complaint(1, /none of the users 1000001 to 1000002 .*--help says\.\n$/),
  )
  expect(await bench('--register')).toEqual(complaint(1, /the server gave 0 a number, .* user import\.\n$/))
})

test('a server that answers nothing, and one that is not there', { timeout }, async ({ onTestFinished }) => {
  const { run } = home(onTestFinished)
  const silent = createSocket('udp4')
  await new Promise<void>((resolve) => silent.bind(0, '127.0.0.1', resolve))
  const address = `127.0.0.1:${silent.address().port}`
  const bench = () => run(['bench', '--server', address, '--users', '3', '--patience', '0.5'])
  expect(await bench()).toEqual(
    complaint(1, /^seekyou: Nothing answers on UDP 127\.0\.0\.1:\d+: is a version 2 server .*\n$/),
  )
  await new Promise<void>((resolve) => silent.close(resolve))
  expect(await bench()).toEqual(complaint(1, /^seekyou: Nobody listens on UDP 127\.0\.0\.1:\d+: .*\n$/))
})

test('every wrong option gets a clear sentence', { timeout }, async ({ onTestFinished }) => {
  const { run, folder } = home(onTestFinished)
  const noReport = join(folder, 'none.json')
  writeFileSync(noReport, '{}')
  const to = ['--server', '127.0.0.1:4000']
  const cases: [flags: string[], sentence: RegExp][] = [
    [[], /^seekyou: Which server\? Name it with --server HOST:PORT\./],
    [['--server', '127.0.0.1'], /a name or an IPv4 address and a port, such as 127\.0\.0\.1:4000\./],
    [[...to, '--users', '0'], /Write a whole number from 1 to 1000000\./],
    [[...to, '--seconds', '-1'], /Write a number above 0, such as 5 or 0\.5\./],
    [[...to, '--phases', 'login,mesage'], /There is no phase “mesage”: choose from login, contact, /],
    [[...to, '--phases', 'message'], /Nobody is on line in the phase message: put login before it/],
    [
      [...to, '--phases', 'login,presence'],
      /Nobody has announced anybody in the phase presence: put contact before it/,
    ],
    [[...to, '--users', '1'], /Nobody watches anybody in the phase presence/],
    [[...to, '--users', '3', '--processes', '4'], /3 users cannot be shared by 4 processes/],
    [[...to, '--first', '4294967290'], /The numbers end at 4294967295/],
    [['--server', '192.0.2.1:4000', '--sources', 'addresses'], /only towards a server on loopback/],
  ]
  for (const [flags, sentence] of cases) expect(await run(['bench', ...flags])).toEqual(complaint(2, sentence))
  expect(await run(['bench', ...to, '--pid', '1073741824'])).toEqual(
    complaint(1, /There is no process 1073741824 on this/),
  )
  expect(await run(['bench', '--from', noReport])).toEqual(
    complaint(1, /none\.json cannot be shown \(it has no reports/),
  )
  expect(await run(['bench', '--help'])).toEqual(
    quiet(/--server <HOST:PORT>[\s\S]*message-rate +--rate[\s\S]*user import/),
  )
})
