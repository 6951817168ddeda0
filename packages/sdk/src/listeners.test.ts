import { expect, test } from 'vitest'
import { Listeners } from './listeners.ts'

type Happening = { readonly type: 'rain'; readonly mm: number } | { readonly type: 'sun' }

function listeners() {
  const errors: unknown[] = []
  return { errors, all: new Listeners<Happening>((error) => errors.push(error)) }
}

test('listeners hear their type, or everything, until they are stopped', () => {
  const { all } = listeners()
  const heard: string[] = []
  const stop = all.on('rain', ({ mm }) => heard.push(`rain ${mm}`))
  const over = new AbortController()
  all.on('*', ({ type }) => heard.push(type), over.signal)
  all.emit({ type: 'rain', mm: 1 })
  stop()
  all.emit({ type: 'rain', mm: 2 })
  over.abort()
  all.emit({ type: 'sun' })
  expect(heard).toEqual(['rain 1', 'rain', 'rain'])
  all.on('sun', () => heard.push('late'), AbortSignal.abort())
  all.emit({ type: 'sun' })
  expect(heard).toHaveLength(3)
})

test('a function that listens twice is called twice, and stopped once for each', () => {
  const { all } = listeners()
  let calls = 0
  const count = (): number => ++calls
  const stop = all.on('sun', count)
  all.on('sun', count)
  all.emit({ type: 'sun' })
  stop()
  all.emit({ type: 'sun' })
  expect(calls).toBe(3)
})

test('what one throws stops no other', async () => {
  const { all, errors } = listeners()
  let heard = 0
  all.on('sun', () => {
    throw new Error('at once')
  })
  all.on('sun', async () => {
    throw new Error('later')
  })
  all.on('sun', () => ++heard)
  all.emit({ type: 'sun' })
  await Promise.resolve()
  expect(heard).toBe(1)
  expect(errors.map(String)).toEqual(['Error: at once', 'Error: later'])
})

test('once: the next one, or the end, or the signal’s reason', async () => {
  const { all } = listeners()
  const next = all.once('rain')
  all.emit({ type: 'sun' })
  all.emit({ type: 'rain', mm: 7 })
  all.emit({ type: 'rain', mm: 8 })
  expect(await next).toEqual({ type: 'rain', mm: 7 })
  const controller = new AbortController()
  const given = all.once('rain', controller.signal)
  controller.abort(new Error('enough'))
  await expect(given).rejects.toThrow('enough')
  await expect(all.once('rain', AbortSignal.abort(new Error('before')))).rejects.toThrow('before')
  const never = all.once('rain')
  all.end()
  await expect(never).rejects.toMatchObject({ name: 'SignedOff' })
  await expect(all.once('rain')).rejects.toMatchObject({ name: 'SignedOff' })
})

test('events come one by one, and end with everything', async () => {
  const { all } = listeners()
  const read: Happening[] = []
  const reading = (async () => {
    for await (const event of all.events()) read.push(event)
  })()
  all.emit({ type: 'sun' })
  all.emit({ type: 'rain', mm: 1 })
  all.end()
  await reading
  expect(read).toEqual([{ type: 'sun' }, { type: 'rain', mm: 1 }])
})

test('events end with the signal, and whoever leaves the loop is forgotten', async () => {
  const { all } = listeners()
  const controller = new AbortController()
  const events = all.events(controller.signal)
  const next = events.next()
  controller.abort()
  expect(await next).toEqual({ done: true, value: undefined })
  const other = all.events()
  const first = other.next()
  all.emit({ type: 'sun' })
  await first
  await other.return()
  all.emit({ type: 'sun' })
  expect(await other.next()).toEqual({ done: true, value: undefined })
})

test('whoever does not read is told so in the end, and costs no memory', async () => {
  const { all } = listeners()
  const events = all.events()
  const next = events.next()
  for (let count = 0; count < 20_000; count++) all.emit({ type: 'sun' })
  await expect(next).rejects.toThrow(RangeError)
})
