import { uin } from '@seekyou/language'
import { type Entry, type History, memoryHistory } from '@seekyou/messenger'
import { expect, test } from 'vitest'
import { watchable } from '../../look/watchable.ts'
import type { Trouble } from '../contract.ts'
import { guard } from '../database/guard.ts'
import { safeHistory } from './safe-history.ts'

const bob = uin(204_118)

const entry = (at: number, text: string): Entry => ({
  id: `e${at}`,
  with: bob,
  at: at,
  author: 'them',
  content: { type: 'message', text },
})

/** A disk that takes nothing any more from when it is full. */
function littleDisk() {
  const disk = memoryHistory()
  let error: Error | undefined
  const refuse = (): never => {
    throw error
  }
  const kept: History = {
    ...disk,
    put: async (entry) => (error ? refuse() : disk.put(entry)),
    page: async (...about) => (error?.name === 'Error' ? refuse() : disk.page(...about)),
    search: async (...about) => (error?.name === 'Error' ? refuse() : disk.search(...about)),
  }
  const trouble = watchable<Trouble | undefined>(undefined)
  const history = safeHistory(kept, guard(trouble))
  const fail = (reason: Error | undefined): void => {
    error = reason
  }
  return { history, trouble, fail }
}

const texts = (entries: readonly Entry[]) =>
  entries.map(({ content }) => (content.type === 'message' ? content.text : content.type))

test('what a full disk does not take is shown with the rest', async () => {
  const { history, trouble, fail } = littleDisk()
  await history.put(entry(1, 'one word'))
  await history.put(entry(3, 'three words'))
  expect(trouble.get()).toBe(undefined)
  fail(new DOMException('', 'QuotaExceededError'))
  await history.put(entry(2, 'two words'))
  await history.put({ ...entry(3, 'three words, changed') })
  expect(trouble.get()).toBe('full')
  expect(texts(await history.page(bob, 9))).toEqual(['one word', 'two words', 'three words, changed'])
  expect(texts(await history.page(bob, 1, entry(3, '')))).toEqual(['two words'])
  expect(texts(await history.search('wor', { count: 2 }))).toEqual(['three words, changed', 'two words'])
  expect(texts(await Array.fromAsync(history.export()))).toEqual(['one word', 'two words', 'three words, changed'])
})

test('what fits again is kept again, once', async () => {
  const { history, fail } = littleDisk()
  fail(new DOMException('', 'QuotaExceededError'))
  await history.put(entry(1, 'first'))
  fail(undefined)
  await history.put(entry(1, 'second'))
  expect(texts(await history.page(bob, 9))).toEqual(['second'])
  await history.remove('e1')
  expect(await history.page(bob, 9)).toEqual([])
})

test('without any storage everything goes on in memory, and it is told once', async () => {
  const { history, trouble, fail } = littleDisk()
  let told = 0
  trouble.watch(() => {
    told += 1
  })
  fail(new Error('no'))
  for (const at of [1, 2, 3]) await history.put(entry(at, `text ${at}`))
  expect(texts(await history.page(bob, 2))).toEqual(['text 2', 'text 3'])
  expect(texts(await history.search('text', { with: bob, count: 9 }))).toHaveLength(3)
  expect([trouble.get(), told]).toEqual(['noStorage', 1])
  await history.clear(bob)
  expect(await history.page(bob, 9)).toEqual([])
})
