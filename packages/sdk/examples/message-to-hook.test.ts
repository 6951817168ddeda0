import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { testNetwork } from '@seekyou/sdk/testing'
import { expect, test, vi } from 'vitest'
import { messageToHook } from './message-to-hook.ts'

test('a message becomes a POST, and its answer a message', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const posted: unknown[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    const { text } = JSON.parse(body) as { text: string }
    posted.push(JSON.parse(body))
    response.writeHead(text === 'fail' ? 500 : 200).end(`got ${text}`)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  try {
    const network = testNetwork()
    const url = `http://127.0.0.1:${port}/`
    await network.start(messageToHook({ server: 'icq.example.org', uin: 2000, password: 'secret', url }))
    const ann = await network.person(1001)
    expect(await ann.ask(2000, 'hello')).toBe('got hello')
    expect(posted).toMatchObject([{ from: 1001, text: 'hello', sentAt: expect.stringMatching(/^1998-09-01T/) }])
    expect(await ann.ask(2000, 'fail')).toBe('That did not get through. Try again later.')
  } finally {
    server.close()
    server.closeAllConnections()
    vi.restoreAllMocks()
  }
})
