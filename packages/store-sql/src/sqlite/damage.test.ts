// Real files, damaged as disks and people damage them. Whatever it is: the store opens, or it is refused with a sentence and
// every byte stays as it was.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Uin } from '@seekyou/language'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { StoreBusy, StoreDamaged, StoreUnusable } from '../errors.ts'
import { packMessages } from '../packed-messages.ts'
import { emptyCommit, fill, message, type Open, open, people, useAll } from '../testing/opened-store.ts'
import { openDatabase } from './open-database.ts'
import { whyNotOpened } from './why-not-opened.ts'

const pageBytes = 4096
let root: string
/** A database that was closed, and one whose process died with a log of its own. */
let closed: string
let crashed: string
let folder: string
let file: string

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'seekyou-damage-'))
  const [first, second] = [join(root, 'first'), join(root, 'second')]
  closed = join(root, 'closed')
  crashed = join(root, 'crashed')
  const filling = await open(first)
  await fill(filling, 1)
  await filling.call(['close', {}])
  cpSync(first, closed, { recursive: true })
  cpSync(first, second, { recursive: true })
  const dying = await open(second)
  await dying.call(['commit', { ...emptyCommit, keep: packMessages([message(9_999, people[0] as Uin)]) }])
  cpSync(second, crashed, { recursive: true })
  await dying.call(['close', {}])
})
afterAll(() => rmSync(root, { recursive: true }))
beforeEach(() => {
  folder = mkdtempSync(join(root, 'test-'))
  file = join(folder, 'seekyou.db')
})

const lay = (from: string): void => cpSync(from, folder, { recursive: true })
const bytesOf = (name: string): Buffer => readFileSync(join(folder, name))

/** Opens what lies in the folder. Refused: nothing was changed. Opened: it can be used, and fails cleanly at worst. */
async function attempt(): Promise<'opened' | Error> {
  const before = filesIn(folder)
  const opened = await open(folder).catch((error: unknown) => whyNotOpened(error, folder))
  if (opened instanceof Error) {
    if (!(opened instanceof StoreDamaged || opened instanceof StoreUnusable)) throw opened
    expect(opened.message).not.toMatch(/\n/)
    const after = filesIn(folder)
    for (const [name, bytes] of before) {
      const isSame = after.get(name)?.equals(bytes) ?? (bytes.length < 32 || bytes.every((byte) => byte === 0))
      expect(isSame, `${name} is as it was, or held nothing`).toBe(true)
    }
    return opened
  }
  const store = opened as Open
  try {
    await useAll(store)
  } finally {
    store.database.close()
  }
  return 'opened'
}

/** The database and its log. Memory shared to read a log (`-shm`) holds nothing of its own. */
const filesIn = (where: string): Map<string, Buffer> =>
  new Map(
    readdirSync(where)
      .filter((name) => !name.endsWith('-shm'))
      .map((name) => [name, readFileSync(join(where, name))]),
  )

function overwrite(name: string, at: number, bytes: Uint8Array): void {
  const content = bytesOf(name)
  content.set(bytes.subarray(0, Math.max(0, content.length - at)), at)
  writeFileSync(join(folder, name), content)
}

async function expectDamaged(...words: readonly (string | RegExp)[]): Promise<void> {
  const refused = await attempt()
  expect(refused).toBeInstanceOf(StoreDamaged)
  for (const word of ['Nothing was changed', ...words]) expect((refused as Error).message).toMatch(word)
}

test('both databases are sound before anybody damages them', async () => {
  for (const whole of [closed, crashed]) {
    lay(whole)
    expect(await attempt()).toBe('opened')
  }
})

test('what was only in the log of a process that died is there, and the log is gone when it closes', async () => {
  lay(crashed)
  expect(bytesOf('seekyou.db-wal').length).toBeGreaterThan(pageBytes)
  const { call } = await open(folder)
  expect((await call(['listAccounts', { after: 0, most: 1 }])) as unknown[]).toMatchObject([{ waiting: 11 }])
  await call(['close', {}])
  expect(readdirSync(folder)).toEqual(['seekyou.db'])
})

for (const kind of ['closed', 'crashed'] as const) {
  test(`any page of a database that was ${kind}, made zeros or noise: refused, or used without harm`, async () => {
    lay(kind === 'closed' ? closed : crashed)
    const pages = bytesOf('seekyou.db').length / pageBytes
    const noise = Uint8Array.from({ length: pageBytes }, (_, at) => (at * 131 + 7) % 251)
    let refused = 0
    for (let page = 0; page < pages; page++) {
      for (const bytes of [new Uint8Array(pageBytes), noise, noise.subarray(0, 12)]) {
        lay(kind === 'closed' ? closed : crashed)
        overwrite('seekyou.db', page * pageBytes, bytes)
        if ((await attempt()) !== 'opened') refused += 1
        for (const name of readdirSync(folder)) rmSync(join(folder, name))
      }
    }
    // What the log has newer pages for, and what is free, may be anything.
    expect(refused / (pages * 3)).toBeGreaterThan(0.7)
  })
}

test('damage anywhere, of any kind, to the file or its log', async () => {
  const spot = fc.record({
    name: fc.constantFrom('seekyou.db', 'seekyou.db', 'seekyou.db-wal'),
    where: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 300 }),
    cuts: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(spot, { minLength: 1, maxLength: 3 }), async (spots) => {
      for (const name of readdirSync(folder)) rmSync(join(folder, name))
      lay(crashed)
      for (const { name, where, bytes, cuts } of spots) {
        const at = Math.floor(where * bytesOf(name).length)
        if (cuts) truncateSync(join(folder, name), at)
        else overwrite(name, at, bytes)
      }
      await attempt()
    }),
    { numRuns: 60 },
  )
})

test('a file that was cut short is damaged, wherever', async () => {
  const whole = readFileSync(join(closed, 'seekyou.db')).length
  for (const length of [99, 100, 512, pageBytes - 1, pageBytes, 5 * pageBytes, whole - pageBytes]) {
    lay(closed)
    truncateSync(file, length)
    await expectDamaged(file, '.dump')
  }
})

test('the sentence names the latest copy from before an update', async () => {
  lay(closed)
  for (const name of ['0002-a', '0003-b']) writeFileSync(`${file}.before-${name}`, '')
  overwrite('seekyou.db', pageBytes, new Uint8Array(pageBytes))
  await expectDamaged(`${file}.before-0003-b`)
})

test('an empty file becomes a new database', async () => {
  // SQLite takes a single byte for nothing, too.
  for (const content of ['', 'S']) {
    writeFileSync(file, content)
    expect(await attempt()).toBe('opened')
  }
})

test('a log whose database is gone or empty is neither deleted nor taken for another one', async () => {
  lay(crashed)
  writeFileSync(file, '')
  await expectDamaged(`${file} is missing or empty`, /Put .* back/)
  rmSync(file)
  await expectDamaged(`${file} is missing or empty`, 'start anew')
})

test('a log whose head is damaged would be overwritten by SQLite, so it is refused', async () => {
  for (const at of [0, 9, 20, 31]) {
    lay(crashed)
    overwrite('seekyou.db-wal', at, Uint8Array.of((bytesOf('seekyou.db-wal')[at] as number) ^ 0x10))
    await expectDamaged(`${file}-wal`, 'latest changes')
  }
  overwrite('seekyou.db-wal', 0, new Uint8Array(32))
  await expectDamaged(`${file}-wal`, 'latest changes')
  writeFileSync(`${file}-wal`, Buffer.from('This is no log at all. '.repeat(400)))
  await expectDamaged(`${file}-wal`, 'latest changes')
})

test('a log of zeros, or too short for a head, holds nothing', async () => {
  for (const log of [Buffer.alloc(9_000), Buffer.from('short')]) {
    lay(closed)
    writeFileSync(`${file}-wal`, log)
    expect(await attempt()).toBe('opened')
  }
})

test('what was lost at the end of a log was never acknowledged, and the rest is there', async () => {
  lay(crashed)
  truncateSync(`${file}-wal`, bytesOf('seekyou.db-wal').length - 1_000)
  expect(await attempt()).toBe('opened')
})

test('text, zeros and pictures are no databases', async () => {
  for (const content of [
    'This is not a database. '.repeat(200),
    Buffer.alloc(8_192),
    Buffer.from('89504e470d0a1a0a', 'hex'),
  ]) {
    writeFileSync(file, content)
    await expectDamaged(file)
  }
})

test('a database of another program is left alone', async () => {
  const foreign = new DatabaseSync(file)
  foreign.exec('CREATE TABLE songs (title TEXT)')
  foreign.close()
  const refused = await attempt()
  expect(refused).toBeInstanceOf(StoreUnusable)
  expect((refused as Error).message).toContain('a database of something else')
})

test('a database that lacks a table is damaged', async () => {
  lay(closed)
  const database = new DatabaseSync(file)
  database.exec('DROP TABLE messages')
  database.close()
  const refused = await open(folder).catch((error: unknown) => whyNotOpened(error, folder))
  expect(refused).toBeInstanceOf(StoreDamaged)
  expect((refused as Error).message).toContain('no such table: messages')
})

test('a log that another process is using is in use, not damaged', async () => {
  lay(crashed)
  const owner = await open(folder)
  const refused = await openDatabase({ folder, waitMs: 0 }).catch((error: unknown) => whyNotOpened(error, folder))
  expect(refused).toBeInstanceOf(StoreBusy)
  await owner.call(['close', {}])
})
