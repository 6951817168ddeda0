import { expect, test } from 'vitest'
import { clientManners, serverManners } from './index.ts'

test('both sides send six times, ten seconds apart, and never repeat a message sooner', () => {
  const six = [10_000, 10_000, 10_000, 10_000, 10_000, 10_000]
  for (const { waits, messageAgainMs } of [serverManners, clientManners]) {
    expect(waits).toMatchObject({ steady: six, message: six })
    expect(messageAgainMs).toBe(30_000)
  }
})

test('a server gives up after 400 seconds of silence, a client never', () => {
  expect([serverManners.silenceMs, clientManners.silenceMs]).toEqual([400_000, Number.POSITIVE_INFINITY])
})
