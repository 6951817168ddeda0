import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defaultDataFolder, expectDataFolder, makeDataFolder } from './data-folder.ts'

test('each system has its own place for a user’s data', () => {
  expect(defaultDataFolder('linux', {}, '/h/ada')).toBe('/h/ada/.local/share/seekyou')
  expect(defaultDataFolder('linux', { XDG_DATA_HOME: '/srv/data' }, '/h/ada')).toBe('/srv/data/seekyou')
  expect(defaultDataFolder('linux', { XDG_DATA_HOME: 'data' }, '/h/ada')).toBe('/h/ada/.local/share/seekyou')
  expect(defaultDataFolder('darwin', {}, '/h/ada')).toBe('/h/ada/Library/Application Support/seekyou')
  expect(defaultDataFolder('win32', { APPDATA: 'D:\\Roaming' }, 'D:\\ada')).toBe('D:\\Roaming\\seekyou')
  expect(defaultDataFolder('win32', {}, 'D:\\ada')).toBe('D:\\ada\\AppData\\Roaming\\seekyou')
})

test('a folder is made for its owner only; one that is there is left as it is', () => {
  const parent = mkdtempSync(join(tmpdir(), 'seekyou-'))
  try {
    const folder = join(parent, 'a', 'b')
    expect(() => expectDataFolder(folder)).toThrow(
      /There is no data folder .*: start the server or add an account first/,
    )
    expect(existsSync(folder)).toBe(false)
    makeDataFolder(folder)
    expectDataFolder(folder)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    chmodSync(folder, 0o750)
    makeDataFolder(folder)
    expect(statSync(folder).mode & 0o777).toBe(0o750)
    writeFileSync(join(parent, 'file'), '')
    expect(() => makeDataFolder(join(parent, 'file', 'x'))).toThrow(/cannot be used \(something else is in its place\)/)
  } finally {
    rmSync(parent, { recursive: true })
  }
})
