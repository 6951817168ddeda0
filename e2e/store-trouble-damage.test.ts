// A database with damaged pages: before the start, and under a running server.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test, vi } from 'vitest'
import { code } from './bytes.ts'
import { runSeekyou } from './run-seekyou.ts'
import { importUsers } from './started-server.ts'
import { errorsIn, failuresOf, newData, patience, signedOn, start, talk } from './troubled-server.ts'

const anna = 100_001
const boris = 100_002
const absent = 100_003
const latecomer = 100_004

describe('a damaged database', () => {
  const pageBytes = 4096
  const noise = Buffer.from(Uint8Array.from({ length: pageBytes }, (_, at) => (at * 131 + 7) % 251))

  /** Overwrites these pages (the first one is 1) with noise. */
  function damage(data: string, pages: readonly number[]): void {
    const file = openSync(join(data, 'seekyou.db'), 'r+')
    for (const page of pages) writeSync(file, noise, 0, pageBytes, (page - 1) * pageBytes)
    closeSync(file)
  }

  /** More messages for everybody than the server keeps in its memory, and the pages on which they lie. */
  function fill(data: string, uins: readonly number[]): number[] {
    const database = new DatabaseSync(join(data, 'seekyou.db'))
    const insert = database.prepare(
      'INSERT INTO messages (id, recipient, sender, kind, text, at) VALUES (?, ?, ?, 1, ?, 0)',
    )
    database.exec('BEGIN')
    for (let id = 1; id <= 10_000; id++) insert.run(id, uins[id % uins.length] as number, anna, Buffer.alloc(400, 'x'))
    database.exec('COMMIT')
    const rows = database.prepare(`SELECT pageno FROM dbstat WHERE name = 'messages' AND pagetype = 'leaf'`).all()
    database.close()
    return rows.map(({ pageno }) => pageno as number)
  }

  test('is refused by every command in one sentence that says what to do, and is not touched', async () => {
    const data = await newData()
    await importUsers(data, anna, 3)
    const [leaf] = fill(data, [absent])
    damage(data, [leaf as number])
    const before = readFileSync(join(data, 'seekyou.db'))
    for (const args of [
      ['serve', '--udp', '127.0.0.1:0'],
      ['user', 'list'],
      ['user', 'show', '100001'],
    ]) {
      const { exitCode, stdout, stderr } = await runSeekyou([...args, '--data', data])
      expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
      expect(stderr).toMatch(
        /^seekyou: [^\n]*seekyou\.db is damaged \([^\n]+\)\. Nothing was changed\. [^\n]+backup[^\n]+\n$/,
      )
    }
    expect(readFileSync(join(data, 'seekyou.db')).equals(before)).toBe(true)
  })

  test('that becomes so under a running server: no crash, nothing acknowledged that is not safe, one line in the log', async () => {
    const data = await newData()
    await importUsers(data, anna, 4)
    const leaves = fill(data, [absent, latecomer])
    const server = await start(data)
    const [one, other] = [await signedOn(server, anna), await signedOn(server, boris)]
    // The first pages were read longest ago, so that they must be read again.
    damage(data, leaves.slice(0, 100))
    const reader = await signedOn(server, absent)
    await reader.command(code.fetchStored)
    await vi.waitFor(async () => expect(await failuresOf(server)).toBeGreaterThanOrEqual(3), patience)
    await talk(one, other, 'still there?')
    await reader.command(code.keepAlive)
    expect(reader.received(code.stored)).toEqual([])
    expect(reader.received(code.storedEnd)).toEqual([])
    const { exitCode, stderr } = await server.stop()
    expect(exitCode).toBe(0)
    expect(errorsIn(stderr)).toHaveLength(1)
    expect(stderr).toMatch(/the database is damaged: start the server anew to be told what to do/)
    const again = await runSeekyou(['serve', '--udp', '127.0.0.1:0', '--data', data])
    expect(again.stderr).toMatch(/seekyou\.db is damaged/)
  })
})
