import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uin } from '@seekyou/language'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fileQueue } from './file-queue.ts'
import type { QueuedMessage } from './queue-store.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'queue-'))
  path = join(folder, 'queue')
})
afterEach(() => rmSync(folder, { recursive: true }))

const message = (id: string): QueuedMessage => ({
  id,
  to: uin(1002),
  kind: 1,
  text: Uint8Array.of(0, 0x0d, 0x0a, 0xfe, 0xff),
  via: 'either',
  urgency: 'urgent',
})

/** What the next process finds. */
async function left(): Promise<readonly QueuedMessage[]> {
  const queue = fileQueue(path)
  const messages = await queue.load()
  await queue.close?.()
  return messages
}

test('the next process finds what was not removed, as it was written and in order', async () => {
  const queue = fileQueue(path)
  expect(await queue.load()).toEqual([])
  await queue.save([message('a'), message('b')])
  await queue.save([message('c')])
  await queue.remove('b')
  await queue.close?.()
  expect(await left()).toEqual([message('a'), message('c')])
  expect(await left()).toEqual([message('a'), message('c')])
})

test('the file does not grow for ever', async () => {
  const queue = fileQueue(path)
  await queue.load()
  await queue.save([message('kept')])
  for (let count = 0; count < 600; count++) {
    await queue.save([message(`${count}`)])
    await queue.remove(`${count}`)
  }
  await queue.close?.()
  expect(readFileSync(path, 'utf8').split('\n').length).toBeLessThan(1_000)
  expect(await left()).toEqual([message('kept')])
})

test('a folder that is not there is an error', async () => {
  await expect(fileQueue(join(folder, 'nowhere', 'queue')).load()).rejects.toThrow('ENOENT')
})
