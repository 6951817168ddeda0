import { expect, test } from 'vitest'
import { watch } from './watched.ts'

const turn = () => new Promise((resolve) => setImmediate(resolve))

test('what fails and is awaited reaches whoever awaits it, and nobody else', async () => {
  const unseen: unknown[] = []
  const failing = watch(Promise.reject(new Error('no')), (error) => unseen.push(error))
  await expect(failing).rejects.toThrow('no')
  await expect((async () => await watch(Promise.reject(1), (error) => unseen.push(error)))()).rejects.toBe(1)
  await expect(Promise.all([watch(Promise.reject(2), (error) => unseen.push(error))])).rejects.toBe(2)
  await turn()
  expect(unseen).toEqual([])
})

test('what fails unseen is told, and ends nothing', async () => {
  const unseen: unknown[] = []
  watch(Promise.reject(3), (error) => unseen.push(error))
  await turn()
  expect(unseen).toEqual([3])
})

test('a value passes', async () => {
  expect(await watch(Promise.resolve(4), () => {})).toBe(4)
  expect(await watch(Promise.resolve(4), () => {}).then((value) => value + 1)).toBe(5)
})
