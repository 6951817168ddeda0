import { EventEmitter } from 'node:events'
import type { Worker } from 'node:worker_threads'
import type { Uin } from '@seekyou/language'
import { Unavailable } from '@seekyou/service'
import { expect, test } from 'vitest'
import type { Posted, Reply } from './calls.ts'
import { UinTaken } from './errors.ts'
import { toFailure } from './failure.ts'
import { Line } from './line.ts'

function thread() {
  const worker = new EventEmitter()
  const heard: Posted[] = []
  const line = new Line(
    Object.assign(worker, { postMessage: (posted: Posted) => heard.push(posted) }) as unknown as Worker,
  )
  return { line, heard, reply: (reply: Reply) => worker.emit('message', reply), worker }
}

const find = (line: Line, uin: number) => line.call('findAccount', { uin: uin as Uin })

test('an answer goes to the caller who has waited longest', async () => {
  const { line, heard, reply } = thread()
  const [first, second] = [find(line, 1), find(line, 2)]
  expect(heard).toEqual([
    ['findAccount', { uin: 1 }],
    ['findAccount', { uin: 2 }],
  ])
  reply({ answer: 'one' })
  const third = find(line, 3)
  reply({ answer: 'two' })
  reply({ answer: 'three' })
  expect(await Promise.all([first, second, third])).toEqual(['one', 'two', 'three'])
  expect(line.waiting).toBe(0)
})

test('an error keeps its class on the way, and trouble of the world becomes Unavailable', async () => {
  const { line, reply } = thread()
  const [taken, full, bug] = [find(line, 1), find(line, 2), find(line, 3)]
  const sqlite = (errcode: number) => Object.assign(new Error('as SQLite says'), { errcode })
  reply({ failure: toFailure(new UinTaken('it is taken')) })
  reply({ failure: toFailure(sqlite(13)) })
  reply({ failure: toFailure(sqlite(1555)) })
  await expect(taken).rejects.toEqual(new UinTaken('it is taken'))
  await expect(full).rejects.toBeInstanceOf(Unavailable)
  await expect(full).rejects.toMatchObject({ cause: { message: 'as SQLite says (SQLite 13)' } })
  await expect(bug).rejects.not.toBeInstanceOf(Unavailable)
})

test('when the thread dies, whoever waits and whoever comes later is told Unavailable', async () => {
  const { line, worker } = thread()
  const asked = find(line, 1)
  worker.emit('error', new Error('out of memory'))
  worker.emit('exit', 1)
  await expect(asked).rejects.toMatchObject({ name: 'Unavailable', cause: { message: 'out of memory' } })
  await expect(find(line, 2)).rejects.toBeInstanceOf(Unavailable)
})
