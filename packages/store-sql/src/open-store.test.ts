import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import type { Uin } from '@seekyou/language'
import { type Message, Unavailable } from '@seekyou/service'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { StoreBusy, StoreTooNew, StoreUnusable } from './errors.ts'
import { openStore } from './open-store.ts'

const ann = 200_001 as Uin
const account = { uin: ann, passwordHash: 'hash' }
const roomy = { storedMax: 1_000_000, storedFromOneMax: 1_000_000 }
const all = 1_000_000
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seekyou-store-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const message = (id: number): Message => ({ id, to: ann, from: ann, kind: 1, text: new Uint8Array(64), at: 0 })

test('a commit waits for the disk, and the file is ours alone', async () => {
  const store = await openStore({ folder })
  expect(await store.settings()).toMatchObject({
    journalMode: 'wal',
    synchronous: 2,
    lockingMode: 'exclusive',
    foreignKeys: true,
  })
  await store.close()
})

test('a missing folder is made, and closing leaves one file behind', async () => {
  const inner = join(folder, 'made', 'for', 'us')
  const store = await openStore({ folder: inner })
  await store.addAccount(account)
  await store.close()
  expect(readdirSync(inner)).toEqual(['seekyou.db'])
})

test('the second who opens is told who is in the way, and gets in when the first has left', async () => {
  const first = await openStore({ folder })
  const refused = openStore({ folder })
  await expect(refused).rejects.toBeInstanceOf(StoreBusy)
  await expect(refused).rejects.toThrow(/seekyou\.db is in use by another process\. Stop it/)
  await first.close()
  const second = await openStore({ folder })
  await second.close()
})

test("another process is kept out, and a killed one is in nobody's way", async () => {
  const other = startProgram(`process.stdout.write('open\\n'); setInterval(() => store.settings(), 1_000)`)
  await once(other.stdout, 'data')
  await expect(openStore({ folder })).rejects.toBeInstanceOf(StoreBusy)
  other.kill('SIGKILL')
  await once(other, 'exit')
  await (await openStore({ folder })).close()
})

test('whoever may wait gets in as soon as the first leaves', async () => {
  const first = await openStore({ folder })
  const second = openStore({ folder, waitMs: 20_000 })
  await first.close()
  await (await second).close()
})

test('closing carries out what was asked before; asking afterwards is Unavailable', async () => {
  const store = await openStore({ folder })
  await store.addAccount(account)
  const asked = [1, 2, 3].map((id) => store.commit({ keep: [message(id)], forget: [], ...roomy }))
  expect(store.waitingCalls).toBe(3)
  await Promise.all([store.close(), store.close()])
  expect(await Promise.all(asked)).toEqual([{ refused: [] }, { refused: [] }, { refused: [] }])
  await expect(store.findAccount({ uin: ann })).rejects.toBeInstanceOf(Unavailable)
  const again = await openStore({ folder })
  expect(await again.waitingMessages({ uin: ann, most: 9 })).toHaveLength(3)
  await again.close()
})

test('no more than 10,000 calls wait', async () => {
  const store = await openStore({ folder })
  const calls = Array.from({ length: 10_001 }, () => store.findAccount({ uin: ann }))
  await expect(calls.pop()).rejects.toBeInstanceOf(Unavailable)
  expect(await Promise.all(calls)).toHaveLength(10_000)
  expect(store.waitingCalls).toBe(0)
  await store.close()
})

test('a message id that is used twice is a bug, not trouble of the world, and nothing of that commit is kept', async () => {
  const store = await openStore({ folder })
  await store.addAccount(account)
  await store.commit({ keep: [message(1)], forget: [], ...roomy })
  const twice = store.commit({ keep: [message(2), message(1)], forget: [], ...roomy })
  await expect(twice).rejects.toThrow(/UNIQUE constraint/)
  await expect(twice).rejects.not.toBeInstanceOf(Unavailable)
  expect((await store.waitingMessages({ uin: ann, most: 9 })).map(({ id }) => id)).toEqual([1])
  await store.close()
})

test('a database of a later version is refused and left alone', async () => {
  await (await openStore({ folder })).close()
  const database = new DatabaseSync(join(folder, 'seekyou.db'))
  database.exec(`INSERT INTO kysely_migration VALUES ('9999-from-the-future', '2040-01-01T00:00:00.000Z')`)
  database.close()
  const refused = openStore({ folder })
  await expect(refused).rejects.toBeInstanceOf(StoreTooNew)
  await expect(refused).rejects.toThrow(/made by a later version of Seekyou \(it has "9999-from-the-future"\)/)
  expect(readdirSync(folder)).toEqual(['seekyou.db'])
})

test('a folder that nobody may write to', async () => {
  // Not even an administrator can make a file there.
  const refused = openStore({ folder: process.platform === 'darwin' ? '/System' : '/sys' })
  await expect(refused).rejects.toBeInstanceOf(StoreUnusable)
  await expect(refused).rejects.toThrow(/cannot be used as the store: .+\. Check that it may be written to/)
})

test('a folder that is a file, and a database that is none', async () => {
  const file = join(folder, 'seekyou.db')
  writeFileSync(file, 'This is not a database, although it is long enough to be taken for one. '.repeat(20))
  await expect(openStore({ folder: file })).rejects.toBeInstanceOf(StoreUnusable)
  await expect(openStore({ folder })).rejects.toThrow(/file is not a database/)
})

test('a first UIN that is reserved is refused before anything is opened', async () => {
  await expect(openStore({ folder, firstUin: 999 })).rejects.toThrow('The first UIN cannot be 999')
  expect(existsSync(join(folder, 'seekyou.db'))).toBe(false)
})

test('killed in the middle, again and again: everything that was acknowledged is there', async () => {
  const store = await openStore({ folder })
  await store.addAccount(account)
  await store.close()
  const acknowledged = new Set<number>()
  for (let round = 0; round < 4; round++) {
    for (const id of await commitUntilKilled(300)) acknowledged.add(id)
    const survivor = await openStore({ folder, waitMs: 10_000 })
    const kept = new Set((await survivor.waitingMessages({ uin: ann, most: all })).map(({ id }) => id))
    expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([])
    expect(survivor.nextMessageId).toBeGreaterThan(Math.max(...kept))
    await survivor.close()
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(1_200)
})

/** Starts a process that opens the store and runs the program with it. */
function startProgram(program: string) {
  const opening = `
    import { openStore } from ${JSON.stringify(new URL('./open-store.ts', import.meta.url).href)}
    const store = await openStore({ folder: ${JSON.stringify(folder)} })`
  return spawn(process.execPath, ['--input-type=module', '--eval', `${opening}\n${program}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** Starts a process that commits without pause, kills it once it has acknowledged `enough` messages, and returns their ids. */
async function commitUntilKilled(enough: number): Promise<number[]> {
  const child = startProgram(`
    let id = store.nextMessageId
    for (const lane of [1, 2, 3]) void run(lane)
    async function run(size) {
      for (;;) {
        const keep = Array.from({ length: size }, () => ({ id: id++, to: ${ann}, from: ${ann}, kind: 1, text: new Uint8Array(64), at: 0 }))
        await store.commit({ keep, forget: [], storedMax: ${all}, storedFromOneMax: ${all} })
        for (const message of keep) process.stdout.write(message.id + '\\n')
      }
    }`)
  const ids: number[] = []
  for await (const line of createInterface(child.stdout)) {
    if (ids.push(Number(line)) === enough) child.kill('SIGKILL')
  }
  return ids
}
