import { link, mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uin } from '@seekyou/language'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type FileInput, type FileOutcome, type Files, openFiles } from './files.ts'

const ann = uin(1_001)
let folder: string
let heard: FileInput[]
let files: Files

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seekyou-files-'))
  heard = []
  files = openFiles((input) => heard.push(input))
})
afterEach(async () => {
  await files.close()
  await rm(folder, { recursive: true })
})

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))
const nameOf = (name: Uint8Array): string => Buffer.from(name).toString('latin1')

/** Carries out and waits for the answer. */
async function answer(outcome: FileOutcome): Promise<FileInput> {
  const before = heard.length
  files.carryOut(outcome)
  expect(heard).toHaveLength(before)
  await vi.waitUntil(() => heard.length > before)
  return heard.at(-1)!
}

const open = (name: string, size: number, { transfer = -1, file = 0, from = ann } = {}) =>
  answer({ kind: 'openFile', transfer, file, name: bytesOf(name), size, from })

const write = (at: number, text: string, { transfer = -1, file = 0 } = {}) =>
  answer({ kind: 'writeFile', transfer, file, at, bytes: bytesOf(text) })

/** Receives one whole file; returns where it is. */
async function receive(name: string, text: string, transfer = -1): Promise<string | undefined> {
  files.accept(transfer, folder, nameOf)
  expect(await open(name, text.length, { transfer })).toMatchObject({ kind: 'fileOpened', at: 0 })
  if (text) expect(await write(0, text, { transfer })).toMatchObject({ kind: 'fileWritten' })
  files.carryOut({ kind: 'finishFile', transfer, file: 0 })
  return (await files.forget(transfer))[0]
}

test('files are described, read from any place, and end with nothing', async () => {
  const [letter, song] = [join(folder, 'letter.txt'), join(folder, 'song.mp3')]
  await Promise.all([writeFile(letter, 'dear bob'), writeFile(song, '')])
  expect(await files.offer(1, [letter, song])).toEqual([
    { name: 'letter.txt', size: 8 },
    { name: 'song.mp3', size: 0 },
  ])
  const read = (file: number, at: number, length: number) => answer({ kind: 'readFile', transfer: 1, file, at, length })
  expect(await read(0, 5, 100)).toEqual({ kind: 'fileRead', transfer: 1, file: 0, bytes: bytesOf('bob') })
  expect(await read(0, 0, 4)).toMatchObject({ bytes: bytesOf('dear') })
  expect(await read(0, 8, 4)).toMatchObject({ bytes: bytesOf('') })
  expect(await read(0, 0, 4)).toMatchObject({ bytes: bytesOf('dear') })
  expect(await read(1, 0, 4)).toMatchObject({ file: 1, bytes: bytesOf('') })
  expect(await files.forget(1)).toEqual([])
})

test('what cannot be offered is refused with a sentence', async () => {
  const path = join(folder, 'gone.txt')
  await expect(files.offer(1, [path])).rejects.toThrow(`${path} cannot be read: it is not there.`)
  await expect(files.offer(1, [folder])).rejects.toThrow(`${folder} cannot be read: it is no file.`)
})

test('a file that has gone since it was offered fails', async () => {
  const path = join(folder, 'short.txt')
  await writeFile(path, 'short')
  await files.offer(1, [path])
  await rm(path)
  const answered = await answer({ kind: 'readFile', transfer: 1, file: 0, at: 0, length: 9 })
  expect(answered).toEqual({ kind: 'fileFailed', transfer: 1, file: 0 })
})

test('a received file gets its name when it is whole; the folder is made', async () => {
  files.accept(-1, join(folder, 'new', 'folder'), nameOf)
  await open('song.mp3', 6)
  await write(0, 'abc')
  const folderThen = await readdir(join(folder, 'new', 'folder'))
  expect(folderThen).toEqual([expect.stringMatching(/^song\.mp3\.1001-6-[0-9a-f]{12}\.part$/)])
  await write(3, 'def')
  files.carryOut({ kind: 'finishFile', transfer: -1, file: 0 })
  const path = join(folder, 'new', 'folder', 'song.mp3')
  expect(await files.forget(-1)).toEqual([path])
  expect(await readFile(path, 'latin1')).toBe('abcdef')
  expect(await readdir(join(folder, 'new', 'folder'))).toEqual(['song.mp3'])
})

test('nothing is overwritten: the next free name is taken', async () => {
  await writeFile(join(folder, 'song.mp3'), 'mine')
  await symlink(join(folder, 'nowhere'), join(folder, 'song (2).mp3'))
  expect(await receive('song.mp3', 'first')).toBe(join(folder, 'song (3).mp3'))
  expect(await receive('song.mp3', 'other')).toBe(join(folder, 'song (4).mp3'))
  expect(await receive('empty', '')).toBe(join(folder, 'empty'))
  expect(await readFile(join(folder, 'song.mp3'), 'latin1')).toBe('mine')
  expect(await readdir(folder)).toHaveLength(5)
})

test('after a broken connection the same file of the same sender goes on where it stopped', async () => {
  files.accept(-1, folder, nameOf)
  await open('song.mp3', 6)
  await write(0, 'abcd')
  files.carryOut({ kind: 'abandonFile', transfer: -1, file: 0 })
  expect(await files.forget(-1)).toEqual([])

  files.accept(-2, folder, nameOf)
  expect(await open('song.mp3', 7, { transfer: -2, file: 0 })).toMatchObject({ at: 0 })
  expect(await open('song.mp3', 6, { transfer: -2, file: 1, from: uin(1_002) })).toMatchObject({ at: 0 })
  expect(await open('song.mp4', 6, { transfer: -2, file: 2 })).toMatchObject({ at: 0 })
  expect(await open('song.mp3', 6, { transfer: -2, file: 3 })).toMatchObject({ kind: 'fileOpened', at: 4 })
  await write(4, 'ef', { transfer: -2, file: 3 })
  files.carryOut({ kind: 'finishFile', transfer: -2, file: 3 })
  expect(await files.forget(-2)).toEqual([join(folder, 'song.mp3')])
  expect(await readFile(join(folder, 'song.mp3'), 'latin1')).toBe('abcdef')
  // Parts in which nothing was written leave nothing behind.
  expect(await readdir(folder)).toEqual(['song.mp3'])
})

test('two transfers of the same file at once do not write into each other', async () => {
  files.accept(-1, folder, nameOf)
  files.accept(-2, folder, nameOf)
  await open('song.mp3', 3, { transfer: -1 })
  await open('song.mp3', 3, { transfer: -2 })
  await write(0, 'abc', { transfer: -1 })
  await write(0, 'xyz', { transfer: -2 })
  for (const transfer of [-1, -2]) files.carryOut({ kind: 'finishFile', transfer, file: 0 })
  const paths = await Promise.all([files.forget(-1), files.forget(-2)])
  const contents = await Promise.all(paths.flat().map((path) => readFile(path, 'latin1')))
  expect(contents).toEqual(['abc', 'xyz'])
})

test('a part that is longer than the file is begun again', async () => {
  files.accept(-1, folder, nameOf)
  await open('song.mp3', 3)
  await write(0, 'abc')
  await files.forget(-1)
  const [part] = await readdir(folder)
  await truncate(join(folder, part!), 100)
  files.accept(-2, folder, nameOf)
  expect(await open('song.mp3', 3, { transfer: -2 })).toMatchObject({ at: 0 })
})

/** The path of the part that a file of three bytes would get. */
async function partPath(): Promise<string> {
  files.accept(-9, folder, nameOf)
  await open('song.mp3', 3, { transfer: -9 })
  const [part] = await readdir(folder)
  await files.forget(-9)
  return join(folder, part!)
}

test.each([
  ['a symbolic link', (path: string, target: string) => symlink(target, path)],
  ['another name of some file', (path: string, target: string) => link(target, path)],
  ['a folder', (path: string) => mkdir(path)],
])('a part that is %s is not written into', async (_, place) => {
  const path = await partPath()
  const target = join(folder, 'target')
  await writeFile(target, 'mi')
  await place(path, target)
  files.accept(-1, folder, nameOf)
  expect(await open('song.mp3', 3)).toMatchObject({ kind: 'fileFailed' })
  expect(await write(0, 'abc')).toMatchObject({ kind: 'fileFailed' })
  expect(await readFile(target, 'latin1')).toBe('mi')
})

test.each([
  ['../../up.txt', '_.._up.txt'],
  ['..', 'file'],
  ['', 'file'],
  ['C:\\x', 'C__x'],
  ['a/b', 'a_b'],
  ['nul.txt', '_nul.txt'],
  ['.bashrc', 'bashrc'],
  ['a\u0000b\u001b[2J', 'a_b_[2J'],
  ['dots. . ', 'dots'],
  [`${'x'.repeat(300)}.jpg`, `${'x'.repeat(176)}.jpg`],
  ['song.mp3.1001-6-0123456789ab.part', 'song.mp3.1001-6-0123456789ab.part_'],
])('the name %j stays in the folder as %j', async (name, safe) => {
  expect(await receive(name, 'abc')).toBe(join(folder, safe))
  expect(await readdir(folder)).toEqual([safe])
})

test('names in other alphabets stay as they are', async () => {
  files.accept(-1, folder, () => 'Привет мир 世界.txt')
  await open('?', 1)
  await write(0, 'a')
  files.carryOut({ kind: 'finishFile', transfer: -1, file: 0 })
  expect(await files.forget(-1)).toEqual([join(folder, 'Привет мир 世界.txt')])
})

test('a folder that cannot be made fails', async () => {
  await writeFile(join(folder, 'occupied'), '')
  files.accept(-1, join(folder, 'occupied'), nameOf)
  expect(await open('song.mp3', 3)).toMatchObject({ kind: 'fileFailed' })
})

test('what belongs to no transfer is ignored', async () => {
  files.carryOut({ kind: 'readFile', transfer: 5, file: 0, at: 0, length: 1 })
  files.carryOut({ kind: 'finishFile', transfer: 5, file: 0 })
  files.carryOut({ kind: 'writeFile', transfer: 5, file: 0, at: 0, bytes: bytesOf('a') })
  await receive('a', 'b')
  expect(heard.every(({ transfer }) => transfer === -1)).toBe(true)
  expect(await files.forget(5)).toEqual([])
})

test('after the end nothing is told', async () => {
  files.accept(-1, folder, nameOf)
  files.carryOut({ kind: 'openFile', transfer: -1, file: 0, name: bytesOf('a'), size: 3, from: ann })
  await files.close()
  expect(heard).toEqual([])
  expect(await readdir(folder)).toEqual([])
})
