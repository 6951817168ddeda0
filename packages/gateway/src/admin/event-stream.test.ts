import { expect, test } from 'vitest'
import { eventStream, type Tell } from './event-stream.ts'

function stream() {
  const ending = new AbortController()
  const seen = { stops: 0 }
  let tell: Tell = () => false
  const response = eventStream(ending.signal, (teller) => {
    tell = teller
    return () => {
      seen.stops += 1
    }
  })
  const reader = response.body!.getReader()
  const next = async () => new TextDecoder().decode((await reader.read()).value)
  return { ending, seen, tell: (event: string, data: unknown) => tell(event, data), reader, next, response }
}

test('events come as they are told, until the session ends', async () => {
  const { ending, seen, tell, reader, next, response } = stream()
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  expect(tell('status', { text: 'two\nlines' })).toBe(true)
  expect(await next()).toBe('retry: 2000\n\n')
  expect(await next()).toBe('event: status\ndata: {"text":"two\\nlines"}\n\n')
  ending.abort()
  expect((await reader.read()).done).toBe(true)
  expect(seen.stops).toBe(1)
})

test('a watcher who leaves is watched for no longer', async () => {
  const { ending, seen, reader } = stream()
  await reader.cancel()
  expect(seen.stops).toBe(1)
  ending.abort()
  expect(seen.stops).toBe(1)
})

test('who reads too slowly is told how much they missed, and nothing piles up', async () => {
  const { tell, next } = stream()
  const told = Array.from({ length: 1_000 }, (_, at) => tell('packet', at))
  const kept = told.filter(Boolean).length
  expect(kept).toBeLessThan(300)
  for (let at = 0; at <= kept; at++) await next()
  expect(tell('packet', 'later')).toBe(true)
  expect(await next()).toBe(`event: missed\ndata: {"count":${1_000 - kept}}\n\n`)
  expect(await next()).toBe('event: packet\ndata: "later"\n\n')
})
