import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPlace } from '../testing/admin-place.ts'
import { goodToken } from '../testing/office.ts'

const headers = { authorization: `Bearer ${goodToken}` }
const name = 'seekyou-20260102-030405.db'

test('a backup comes as a file to be saved', async () => {
  const { ask, folder } = await openPlace()
  const bytes = 'SQLite format 3\0'.repeat(20_000)
  writeFileSync(join(folder, name), bytes)
  const answer = await ask('GET', `/api/backups/${name}`, { headers })
  expect(answer).toMatchObject({
    status: 200,
    text: bytes,
    headers: {
      'content-disposition': `attachment; filename="${name}"`,
      'content-length': String(bytes.length),
      'content-type': 'application/vnd.sqlite3',
      'cache-control': 'no-store',
    },
  })
  expect(await ask('GET', `/api/backups/${name}`)).toMatchObject({ status: 401 })
})

test('no name leads anywhere else', async () => {
  const { ask, folder } = await openPlace()
  writeFileSync(join(folder, 'seekyou.db'), 'live')
  writeFileSync(join(folder, 'secret.txt'), 'live')
  mkdirSync(join(folder, 'seekyou-20260102-030406.db'))
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'seekyou-20260102-030407.db'))
  for (const wrong of [
    name,
    'seekyou.db',
    'secret.txt',
    '..%2Fsecret.txt',
    '%2e%2e%2fsecret.txt',
    `..%2F${name}`,
    `${name}%00.txt`,
    `${name}.partial`,
    'seekyou-20260102-030406.db',
    'seekyou-20260102-030407.db',
  ]) {
    const answer = await ask('GET', `/api/backups/${wrong}`, { headers })
    expect([wrong, answer.status]).toEqual([wrong, 404])
    expect(answer.text).not.toContain('live')
  }
})
