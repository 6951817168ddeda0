import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Counters } from '@seekyou/server'
import { expect, onTestFinished, test, vi } from 'vitest'
import { GatewayCounts } from '../counts.ts'
import { openPlace } from '../testing/admin-place.ts'
import { goodToken } from '../testing/office.ts'
import { healthRoutes } from './health-routes.ts'

const status = {
  online: 7,
  uptimeMs: 90_500,
  udp: '127.0.0.1:4000',
  storeCalls: 2,
  health: { memory: { rss: 100, heapUsed: 50, external: 5 }, handles: 9, delayMs: { p50: 1, p99: 2.5, max: 40 } },
  counters: { ...new Counters(), datagramsIn: 12, farNumbersRefused: 3 },
  limits: { messagesBurst: 128, storedMax: null },
}

test('the process is alive whatever happens, and ready unless something is wrong', async () => {
  let trouble: string | undefined
  const { ask, reports } = await openPlace({
    trouble() {
      if (trouble === 'bug') throw new Error('bug')
      return trouble
    },
  })
  const host = { headers: { host: 'seekyou:8081' } }
  expect(await ask('GET', '/readyz', host)).toMatchObject({ status: 200 })
  trouble = 'The store takes no messages: the disk is full.'
  expect(await ask('GET', '/readyz')).toMatchObject({ status: 503, text: `${trouble}\n` })
  expect(await ask('GET', '/healthz', host)).toMatchObject({ status: 200 })
  trouble = 'bug'
  expect(await ask('GET', '/readyz')).toMatchObject({ status: 503 })
  expect(reports).toHaveLength(1)
})

test('a server that does not say how it is within three seconds is not ready', async () => {
  const asked = Promise.withResolvers<void>()
  const app = healthRoutes({
    trouble() {
      asked.resolve()
      return new Promise(() => {})
    },
    report: () => {},
  })
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const answer = app.request('/readyz')
  await asked.promise
  await vi.advanceTimersByTimeAsync(3_000)
  expect((await answer).status).toBe(503)
})

test('every counter has a line of help and its number, and gauges tell the rest', async () => {
  const counts = Object.assign(new GatewayCounts(), { webSocketsOpened: 5, webSocketsClosed: 3, cspReports: 1 })
  const { ask, office } = await openPlace({ counts: () => counts })
  office.answers.set('status', status)
  await ask('POST', '/csp-report', { body: {} })
  const { headers, text } = await ask('GET', '/metrics')
  expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/)
  const samples = samplesIn(text)
  for (const name of [...Object.keys(new Counters()), ...Object.keys(counts)]) {
    const metric = `seekyou_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}_total`
    expect(samples).toHaveProperty([metric])
    expect(text).toMatch(new RegExp(`^# HELP ${metric} \\S.*\n# TYPE ${metric} counter$`, 'm'))
  }
  expect(samples).toMatchObject({
    seekyou_datagrams_in_total: 12,
    seekyou_far_numbers_refused_total: 3,
    seekyou_commits_total: 0,
    seekyou_online: 7,
    seekyou_uptime_seconds: 90.5,
    seekyou_store_calls: 2,
    'seekyou_memory_bytes{of="process"}': 100,
    'seekyou_event_loop_delay_seconds{quantile="0.99"}': 0.0025,
    'seekyou_limit{name="messagesBurst"}': 128,
    'seekyou_limit{name="storedMax"}': Number.POSITIVE_INFINITY,
    seekyou_web_sockets: 2,
    seekyou_csp_reports_total: 1,
    seekyou_admin_csp_reports_total: 1,
  })
})

test('the documentation names every metric', async () => {
  const { ask, office } = await openPlace()
  office.answers.set('status', status)
  const { text } = await ask('GET', '/metrics')
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/admin-api.md'), 'utf8')
  const told = [...page.matchAll(/^\| (seekyou_\w+)/gm)].map(([, name]) => name)
  const made = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name)
  expect(told.sort()).toEqual(made.sort())
})

test('metrics are told on this machine, and elsewhere to whoever has a token', async () => {
  const { ask, office } = await openPlace()
  office.answers.set('status', status)
  const metrics = (headers: Record<string, string>) => ask('GET', '/metrics', { headers })
  expect(await metrics({})).toMatchObject({ status: 200 })
  expect(await metrics({ 'x-forwarded-for': '203.0.113.7' })).toMatchObject({ status: 401 })
  expect(await metrics({ host: '203.0.113.7' })).toMatchObject({ status: 401 })
  const proxied = { 'x-forwarded-for': '203.0.113.7', authorization: `Bearer ${goodToken}` }
  expect(await metrics(proxied)).toMatchObject({ status: 200 })
  expect(await metrics({ authorization: 'Bearer wrong' })).toMatchObject({ status: 401 })
})

test('failed tries are counted', async () => {
  const { ask, office } = await openPlace()
  office.answers.set('status', status)
  for (let round = 0; round < 7; round++)
    await ask('POST', '/api/session', { body: { name: 'ann', password: 'a wrong password' } })
  expect(samplesIn((await ask('GET', '/metrics')).text)).toMatchObject({
    seekyou_admin_tries_failed_total: 5,
    seekyou_admin_tries_held_up_total: 2,
    seekyou_admin_requests_refused_total: 7,
  })
})

/** Every line that is no comment has the form `name{labels} number`. */
function samplesIn(text: string): Record<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return Object.fromEntries(
    lines.map((line) => {
      const [, name, value] = /^([a-z_]+(?:\{[a-z]+="[^"]*"\})?) (\S+)$/.exec(line) ?? []
      if (name === undefined || value === undefined) throw new Error(`no sample: ${line}`)
      return [name, value === '+Inf' ? Number.POSITIVE_INFINITY : Number(value)]
    }),
  )
}
