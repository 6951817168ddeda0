// A database that another process has locked, or that nobody may write to.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test, vi } from 'vitest'
import { code, messageBody } from './bytes.ts'
import { endOf, runSeekyou, spawnSeekyou } from './run-seekyou.ts'
import { cheapHashes, importUsers } from './started-server.ts'
import { failuresOf, leftovers, newData, patience, signedOn, start } from './troubled-server.ts'

const anna = 100_001
const absent = 100_003

describe('another process and the database', () => {
  /** A process that has the database locked; it lets go when its input ends. */
  async function locker(data: string): Promise<() => Promise<void>> {
    const program = `
      const { DatabaseSync } = require('node:sqlite')
      const database = new DatabaseSync(${JSON.stringify(join(data, 'seekyou.db'))})
      database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE')
      process.stdout.write('locked')
      process.stdin.resume().on('end', () => process.exit())`
    const child = spawn(process.execPath, ['--eval', program], { stdio: ['pipe', 'pipe', 'inherit'] })
    leftovers.push(async () => child.kill('SIGKILL'))
    await once(child.stdout, 'data')
    return async () => {
      child.stdin.end()
      await once(child, 'exit')
    }
  }

  test('a server that finds it locked waits a moment, and starts when it is let go', async () => {
    const data = await newData()
    await importUsers(data, anna, 1)
    const letGo = await locker(data)
    const child = spawnSeekyou(['serve', '--udp', '127.0.0.1:0', '--data', data, ...cheapHashes])
    const ended = endOf(child)
    let greeting = ''
    child.stdout.on('data', (text: string) => {
      greeting += text
    })
    leftovers.push(async () => child.kill('SIGKILL'))
    await vi.waitFor(() => expect(openFiles(child.pid!)).toContain(join(data, 'seekyou.db')), {
      ...patience,
      interval: 5,
    })
    await letGo()
    await vi.waitFor(() => expect(greeting).toMatch(/^ready/m), patience)
    child.kill('SIGTERM')
    expect(await ended).toMatchObject({ exitCode: 0, stderr: '' })
  })

  test('one that stays locked is refused in a sentence', async () => {
    const data = await newData()
    await importUsers(data, anna, 1)
    const letGo = await locker(data)
    const { exitCode, stderr } = await runSeekyou(['serve', '--udp', '127.0.0.1:0', '--data', data])
    await letGo()
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/^seekyou: [^\n]+in use by another[^\n]+\n$/)
  })

  test('nobody can lock the database of a running server, or read it in the middle of a change', async () => {
    const data = await newData()
    await importUsers(data, anna, 3)
    const server = await start(data)
    const one = await signedOn(server, anna)
    const intruder = new DatabaseSync(join(data, 'seekyou.db'))
    leftovers.push(async () => intruder.close())
    expect(() => intruder.exec('BEGIN IMMEDIATE')).toThrow('database is locked')
    expect(() => intruder.prepare('SELECT * FROM messages').all()).toThrow('database is locked')
    await one.command(code.sendMessage, messageBody(absent, 'safe'))
    expect(await failuresOf(server)).toBe(0)
  })
})

describe('what nobody may write to is refused in a sentence, and works when that is put right', () => {
  /** As somebody who has no more rights than the files give: an administrator may write to everything. */
  async function serveWithoutPrivileges(data: string) {
    const program = join(import.meta.dirname, '..', 'apps', 'seekyou', 'bin', 'seekyou.js')
    const args = [process.execPath, program, 'serve', '--udp', '127.0.0.1:0', '--data', data, ...cheapHashes]
    const isRoot = process.getuid?.() === 0
    const [command, ...rest] = isRoot ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search', ...args] : args
    return await endOf(spawn(command as string, rest, { stdio: 'pipe' }))
  }

  for (const [what, mode, name] of [
    ['a read-only file', 0o400, 'seekyou.db'],
    ['a read-only folder', 0o500, ''],
  ] as const) {
    test(what, async () => {
      const data = await newData()
      await importUsers(data, anna, 3)
      const path = join(data, name)
      chmodSync(path, mode)
      const { exitCode, stdout, stderr } = await serveWithoutPrivileges(data)
      chmodSync(path, 0o700)
      expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
      expect(stderr).toMatch(/^seekyou: [^\n]+\n$/)
      expect(stderr).toMatch(/read-only|no permission to write/)
      expect(stderr).toContain(data)
      await (await signedOn(await start(data), anna)).command(code.keepAlive)
    })
  }
})

/** The paths of the files that a process has open. */
function openFiles(pid: number): string[] {
  return readdirSync(`/proc/${pid}/fd`).flatMap((descriptor) => {
    try {
      return [readlinkSync(`/proc/${pid}/fd/${descriptor}`)]
    } catch {
      return []
    }
  })
}
