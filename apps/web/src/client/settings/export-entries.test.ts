import { uin } from '@seekyou/language'
import type { Entry } from '@seekyou/messenger'
import { expect, test } from 'vitest'
import { exportEntries } from './export-entries.ts'

const ann = uin(104_733)
const names = { me: 'Me', nameOf: (of: number) => (of === ann ? 'ann' : String(of)) }
const at = new Date(2026, 10, 22, 21, 6).getTime()

const said = (text: string, author: Entry['author'] = 'them', from = ann): Entry =>
  ({ id: text, with: from, at, author, content: { type: 'message', text } }) as Entry
const came = { id: 'x', with: ann, at, author: 'program', content: { type: 'status', status: 'online' } } as Entry

async function* all(...entries: Entry[]) {
  yield* entries
}

test('as text: a line for each message, nothing for what nobody said', async () => {
  const { blob, count } = await exportEntries(all(said('Привет!'), came, said('one\ntwo', 'me')), 'text', names)
  expect(await blob.text()).toBe(
    '2026-11-22 21:06  ann (104733)  ann: Привет!\n2026-11-22 21:06  ann (104733)  Me: one\n    two\n',
  )
  expect(count).toBe(2)
})

test('somebody without a name is their number', async () => {
  const { blob } = await exportEntries(all(said('hi', 'them', uin(204_118))), 'text', names)
  expect(await blob.text()).toBe('2026-11-22 21:06  204118  204118: hi\n')
})

test('as JSON: every entry as it is kept', async () => {
  const entries = [said('<script>"'), came]
  const { blob } = await exportEntries(all(...entries), 'json', names)
  expect(JSON.parse(await blob.text())).toEqual(entries)
  expect(JSON.parse(await (await exportEntries(all(), 'json', names)).blob.text())).toEqual([])
})
