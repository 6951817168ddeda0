import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openJournal } from './journal.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'))
  path = join(folder, 'lines')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('lines are found again, those of before first', async () => {
  const journal = await openJournal(path)
  expect(journal.lines).toEqual([])
  await journal.append('one')
  await journal.append('two')
  await journal.close()
  const again = await openJournal(path)
  expect(again.lines).toEqual(['one', 'two'])
  await again.rewrite(['two'])
  await again.append('three')
  await again.close()
  expect(readFileSync(path, 'utf8')).toBe('two\nthree\n')
})

test('a line that was never finished is forgotten, and spoils no other', async () => {
  writeFileSync(path, 'one\n')
  appendFileSync(path, 'tw')
  const journal = await openJournal(path)
  expect(journal.lines).toEqual(['one'])
  await journal.append('three')
  await journal.close()
  expect(readFileSync(path, 'utf8')).toBe('one\nthree\n')
})

test('where there is no folder there is an error', async () => {
  await expect(openJournal(join(folder, 'nowhere', 'lines'))).rejects.toThrow('ENOENT')
})
