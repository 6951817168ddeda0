import { expect, test } from 'vitest'
import { compose, type Middleware } from './compose.ts'

const end = async () => {}

test('stations run in order, around each other', async () => {
  const seen: string[] = []
  const station =
    (name: string): Middleware<string> =>
    async (_, next) => {
      seen.push(`${name} in`)
      await next()
      seen.push(`${name} out`)
    }
  await compose([station('a'), station('b')])('', async () => {
    seen.push('end')
  })
  expect(seen).toEqual(['a in', 'b in', 'end', 'b out', 'a out'])
})

test('a station that does not call next ends the way', async () => {
  const seen: string[] = []
  await compose<string>([() => seen.push('a'), () => seen.push('b')])('', end)
  expect(seen).toEqual(['a'])
})

test('errors rise, whether thrown at once or later, and can be caught on the way', async () => {
  await expect(
    compose<string>([
      (_, next) => next(),
      () => {
        throw new Error('at once')
      },
    ])('', end),
  ).rejects.toThrow('at once')
  const caught: unknown[] = []
  await compose<string>([
    async (_, next) => {
      try {
        await next()
      } catch (error) {
        caught.push(error)
      }
    },
    async () => {
      throw 'later'
    },
  ])('', end)
  expect(caught).toEqual(['later'])
})

test('an error behind a station that does not wait is not lost, and what is behind is waited for', async () => {
  const seen: string[] = []
  const running = compose<string>([
    (_, next) => {
      void next()
    },
    async () => {
      await new Promise((resolve) => setImmediate(resolve))
      seen.push('done')
      throw new Error('unseen')
    },
  ])('', end)
  await expect(running).rejects.toThrow('unseen')
  expect(seen).toEqual(['done'])
})

test('calling next twice is an error', async () => {
  const twice = compose<string>([
    async (_, next) => {
      await next()
      await next()
    },
  ])('', end)
  await expect(twice).rejects.toThrow('next() was called twice')
})
