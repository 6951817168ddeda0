import { expect, test, vi } from 'vitest'
import { listen, openPlace } from '../testing/admin-place.ts'
import { goodToken } from '../testing/office.ts'

const bearer = { authorization: `Bearer ${goodToken}` }
const message = Uint8Array.fromHex('02000e010a0087d61200b1cb7400010004006869210a00'.slice(0, 44))

test('the status is told at once and again, after the chronicle if that is wanted', async () => {
  const { port, office } = await openPlace()
  office.answers.set('status', { online: 3 })
  office.answers.set('chronicle', { seconds: [], day: [], latest: [] })
  const stream = await listen(port, '/api/live?chronicle=true', bearer)
  expect(stream.headers.get('content-type')).toBe('text/event-stream')
  expect(await stream.next('chronicle')).toEqual({ seconds: [], day: [], latest: [] })
  expect(await stream.next('status')).toEqual({ online: 3 })
  office.answers.set('status', { online: 4 })
  expect(await stream.next('status')).toEqual({ online: 4 })
  stream.close()
})

test('the datagrams of one user are told, decoded, and without a word of what was said', async () => {
  const { port, pass, watchers } = await openPlace()
  const stream = await listen(port, '/api/links/1234567/packets', bearer)
  await vi.waitUntil(() => watchers(1_234_567) === 1)
  pass(7, { at: 1, direction: 'in', bytes: message })
  pass(1_234_567, { at: 2, direction: 'in', bytes: message })
  const packet = await stream.next('packet')
  expect(packet).toMatchObject({ at: 2, direction: 'in', name: 'sendMessage', code: 0x010e, uin: 1_234_567, size: 22 })
  expect(packet).toMatchObject({ hex: expect.stringMatching(/^02 00 0e 01 .* 01 00( ••)+$/) })
  expect(JSON.stringify(packet)).not.toMatch(/hi!|68 69|6869/)
  stream.close()
  await vi.waitUntil(() => watchers(1_234_567) === 0)
})

test('the streams of a session end with it', async () => {
  const { port, ask, signIn, watchers } = await openPlace()
  const { headers } = await signIn()
  const streams = await Promise.all([
    listen(port, '/api/live', headers),
    listen(port, '/api/links/1234/packets', headers),
  ])
  await vi.waitUntil(() => watchers(1234) === 1)
  await ask('DELETE', '/api/session', { headers })
  for (const stream of streams) expect(await stream.next('the end')).toBeUndefined()
  expect(watchers(1234)).toBe(0)
})

test('the streams of a token end when it is withdrawn', async () => {
  const { port, office, watchers } = await openPlace()
  const stream = await listen(port, '/api/links/1234/packets', bearer)
  office.tokens.clear()
  expect(await stream.next('the end')).toBeUndefined()
  expect(watchers(1234)).toBe(0)
})

test('at most eight read live links, and whoever leaves makes room', async () => {
  const { port, ask } = await openPlace()
  const readers = await Promise.all(Array.from({ length: 8 }, () => listen(port, '/api/links/1234/packets', bearer)))
  expect(readers.map(({ status }) => status)).toEqual(Array(8).fill(200))
  const ninth = await ask('GET', '/api/links/1234/packets', { headers: bearer })
  expect(ninth).toMatchObject({ status: 429, json: { complaint: expect.stringMatching(/close another one/) } })
  readers[0]?.close()
  await vi.waitUntil(async () => {
    const again = await listen(port, '/api/links/1234/packets', bearer)
    again.close()
    return again.status === 200
  })
  for (const reader of readers) reader.close()
})

test('a stream of which only the head is wanted does not begin', async () => {
  const { ask, watchers } = await openPlace()
  expect(await ask('HEAD', '/api/links/1234/packets', { headers: bearer })).toMatchObject({ status: 405 })
  expect(watchers(1234)).toBe(0)
})

test('closing the listener ends the streams', async () => {
  const { port, admin, watchers } = await openPlace()
  const stream = await listen(port, '/api/links/1234/packets', bearer)
  await vi.waitUntil(() => watchers(1234) === 1)
  await admin.close()
  await expect(stream.next('the end')).rejects.toThrow()
  await vi.waitUntil(() => watchers(1234) === 0)
})
