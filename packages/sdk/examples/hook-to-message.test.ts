import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { testNetwork } from '@seekyou/sdk/testing'
import { expect, test } from 'vitest'
import { hookToMessage } from './hook-to-message.ts'

test('a POST becomes a message', async () => {
  const network = testNetwork()
  const { bot, server } = hookToMessage({ server: 'icq.example.org', uin: 2000, password: 'secret', token: 'abc' })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const post = async (body: unknown, token = 'abc', method = 'POST'): Promise<string> => {
    const answer = fetch(`http://127.0.0.1:${port}/`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(method === 'POST' && { body: JSON.stringify(body) }),
    })
    const response = await network.finish(answer, { withinMs: 1_000 })
    return `${response.status} ${(await response.text()).trim()}`
  }
  try {
    expect(await post({ to: 1001, text: 'early' })).toBe('503 not on line at the moment')
    await network.start(bot)
    const ann = await network.person(1001)
    expect(await post({ to: 1001, text: 'The build is broken.' })).toBe('202 sent')
    await network.until(() => ann.texts.includes('The build is broken.'))
    expect(await post({ to: 1001, text: 'x' }, 'abd')).toBe('401 wrong token')
    expect(await post({ to: 0, text: 'x' })).toMatch(/^400/)
    expect(await post({ to: 1001, text: 'x'.repeat(20_000) })).toMatch(/^400/)
    expect(await post(undefined, 'abc', 'GET')).toMatch(/^405/)
  } finally {
    server.close()
    server.closeAllConnections()
  }
})
