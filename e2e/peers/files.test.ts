// Files from one process to another over real connections and on real disks.
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { disks } from '../little-disk.ts'
import { useServer } from '../use-server.ts'
import { usePeople } from './use-people.ts'

const people = usePeople(useServer({ flags: ['--direct', 'on'] }))
const mebibyte = 2 ** 20
let folders = 0

/** A sender with these files in a folder, somebody who is offered them, and the folder where they are to be put. */
async function offer(files: Readonly<Record<string, Uint8Array>>) {
  const all = await people.pair({ codePage: 'windows-1251' })
  const folder = join(people.folder, `${++folders}`)
  const target = join(folder, 'received')
  await mkdir(folder)
  const paths = Object.keys(files).map((name) => join(folder, name))
  await Promise.all(Object.entries(files).map(([name, bytes]) => writeFile(join(folder, name), bytes)))
  await all.ann.do('sendFiles', all.bobUin, paths)
  const offered = await all.bob.sees('user', 'filesOffered')
  return { ...all, paths, target, offered }
}

const isTrue = (): boolean => true
const isFalse = (): boolean => false

/** Waits until the part of a file has grown so far. */
const partOf = (target: string, bytes: number): Promise<number> =>
  vi.waitUntil(
    async () => {
      const [name] = await readdir(target).catch(() => [])
      const size = name?.endsWith('.part') ? (await stat(join(target, name))).size : 0
      return size >= bytes && size
    },
    { timeout: 20_000 },
  )

test('several files, one of them empty, one with a name in another alphabet; nothing is overwritten', async () => {
  const files = { 'письмо.txt': randomBytes(3_000), empty: new Uint8Array(0), 'song.mp3': randomBytes(2 * mebibyte) }
  const { ann, bob, annUin, target, offered } = await offer(files)
  expect(offered).toMatchObject({ from: annUin, isProven: true, name: 'письмо.txt', size: 3_000 + 2 * mebibyte })
  await mkdir(target)
  await writeFile(join(target, 'song.mp3'), 'mine')
  await bob.do('acceptFiles', { folder: target })
  const [, received] = await Promise.all([ann.do('transferred'), bob.do('transferred')])
  expect(received).toEqual(['письмо.txt', 'empty', 'song (2).mp3'].map((name) => join(target, name)))
  const contents = await Promise.all(received.map((path) => readFile(path)))
  expect(contents.every((bytes, index) => bytes.equals(Object.values(files)[index]!))).toBe(true)
  expect(await readFile(join(target, 'song.mp3'), 'utf8')).toBe('mine')
  for (const one of [ann, bob]) {
    await one.sees('transfer', 'fileBegan')
    expect(await one.sees('transfer', 'fileEnded', ({ file }) => file === 2)).toMatchObject({
      because: 'done',
      at: 2 * mebibyte,
    })
  }
})

test('nothing is written without consent', async () => {
  const { ann, bob, target } = await offer({ 'a.bin': randomBytes(100) })
  await bob.do('refuseFiles', 'no, thank you')
  await expect(ann.do('transferred')).rejects.toMatchObject({ name: 'TransferError', because: 'refused' })
  await expect(readdir(target)).rejects.toThrow('ENOENT')
})

test.each(['sender', 'receiver'] as const)(
  'the %s dies in the middle: the next transfer goes on there',
  async (who) => {
    const bytes = randomBytes(8 * mebibyte)
    const { ann, bob, annUin, bobUin, paths, target } = await offer({ 'large.bin': bytes })
    await ann.do('setSpeed', 10)
    await bob.do('acceptFiles', { folder: target })
    const left = who === 'sender' ? bob : ann
    const broken = expect(left.do('transferred')).rejects.toMatchObject({ because: 'broken' })
    await partOf(target, mebibyte)
    await (who === 'sender' ? ann : bob).kill()
    await broken

    const gone = who === 'sender' ? { uin: annUin, contacts: [bobUin] } : { uin: bobUin, contacts: [annUin] }
    const { person: again } = await people.somebody(gone)
    const [sender, receiver] = who === 'sender' ? [again, bob] : [ann, again]
    // Until the server has told where the other one is by now, nobody answers at the old place.
    for (const [one, other] of [
      [sender, bobUin],
      [receiver, annUin],
    ] as const) {
      const isReached = () => one.do('send', other, 'hello again', { via: 'peer' }).then(isTrue, isFalse)
      await vi.waitUntil(isReached, { timeout: 20_000 })
    }
    const there = await partOf(target, mebibyte)
    await sender.do('sendFiles', bobUin, paths)
    await receiver.sees('user', 'filesOffered')
    receiver.told.length = 0
    await receiver.do('acceptFiles', { folder: target })
    await Promise.all([sender.do('transferred'), receiver.do('transferred')])
    expect(await receiver.sees('transfer', 'fileBegan')).toMatchObject({ at: there })
    expect(await readdir(target)).toEqual(['large.bin'])
    expect(bytes.equals(await readFile(join(target, 'large.bin')))).toBe(true)
  },
)

test('a file is skipped, by either side', async () => {
  for (const who of ['ann', 'bob'] as const) {
    const { ann, bob, target } = await offer({ 'a.bin': randomBytes(64 * mebibyte), 'b.bin': randomBytes(1_000) })
    await ann.do('setSpeed', 1)
    await bob.do('acceptFiles', { folder: target })
    await partOf(target, 1)
    await { ann, bob }[who].do('skipFile')
    await ann.do('setSpeed', 100)
    const [, received] = await Promise.all([ann.do('transferred'), bob.do('transferred')])
    expect(received).toEqual([join(target, 'b.bin')])
  }
})

test('a transfer is cancelled, by either side; what has arrived stays as a part', async () => {
  for (const who of ['ann', 'bob'] as const) {
    const { ann, bob, target } = await offer({ 'a.bin': randomBytes(64 * mebibyte) })
    await ann.do('setSpeed', 1)
    await bob.do('acceptFiles', { folder: target })
    await partOf(target, 1)
    const ends = [ann, bob].map((one) => one.do('transferred').catch((error) => error))
    await { ann, bob }[who].do('cancelFiles')
    const [annEnd, bobEnd] = await Promise.all(ends)
    expect({ ann: annEnd, bob: bobEnd }[who]).toMatchObject({ because: 'cancelled' })
    expect([annEnd, bobEnd].every(({ name }) => name === 'TransferError')).toBe(true)
    expect(await readdir(target)).toEqual([expect.stringMatching(/^a\.bin\..*\.part$/)])
  }
})

test('a paused transfer stands still until it is told to go on', async () => {
  const { ann, bob, target } = await offer({ 'a.bin': randomBytes(4 * mebibyte) })
  await ann.do('setSpeed', 5)
  await bob.do('acceptFiles', { folder: target })
  await partOf(target, 1)
  await bob.do('setSpeed', 0)
  let before = -1
  // What was under way arrives; then nothing more does.
  const size = await vi.waitUntil(
    async () => {
      const now = await partOf(target, 1)
      const isStill = now === before
      before = now
      return isStill && now
    },
    { timeout: 20_000, interval: 300 },
  )
  expect(size).toBeLessThan(4 * mebibyte)
  await Promise.all([bob.do('setSpeed', 100), ann.do('setSpeed', 100)])
  await Promise.all([ann.do('transferred'), bob.do('transferred')])
})

test('more than was agreed to is not taken', async () => {
  const { ann, bob, target } = await offer({ 'a.bin': randomBytes(2 * mebibyte) })
  await bob.do('acceptFiles', { folder: target, bytesMax: mebibyte })
  await Promise.all([
    expect(bob.do('transferred')).rejects.toMatchObject({ because: 'tooLarge' }),
    expect(ann.do('transferred')).rejects.toMatchObject({ name: 'TransferError' }),
  ])
})

test.each(disks)('a disk that takes nothing more ends a transfer, and the process goes on: $name', async (kind) => {
  const disk = await kind.make()
  try {
    const { ann, bob, annUin, bobUin } = await offer({ 'a.bin': randomBytes(64 * mebibyte) })
    await ann.do('setSpeed', 1)
    await bob.do('acceptFiles', { folder: disk.data })
    await partOf(disk.data, 1)
    const ends = [ann, bob].map((one) => one.do('transferred').catch((error) => error))
    disk.fill(bob.pid)
    await ann.do('setSpeed', 100)
    const [, bobEnd] = await Promise.all(ends)
    expect(bobEnd).toMatchObject({ because: 'disk' })
    disk.free(bob.pid)
    expect(await ann.do('send', bobUin, 'still there?')).toMatchObject({ via: 'peer' })
    expect(await bob.do('send', annUin, 'yes')).toMatchObject({ via: 'peer' })
  } finally {
    await disk.remove()
  }
})
