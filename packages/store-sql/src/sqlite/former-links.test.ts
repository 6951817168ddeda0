import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { openStore } from '../open-store.ts'

test('more links than travel at once are all found, each with what is its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'seekyou-links-'))
  const store = await openStore({ folder })
  const uins = Array.from({ length: 4_000 }, (_, at) => (200_000 + at) as Uin)
  await store.addAccounts(uins.map((uin) => ({ uin, passwordHash: `$${uin}` })))
  const keep = uins.map((uin, at) => ({ id: 1 + at, to: uin, from: uin, kind: 1, text: new Uint8Array(1), at: 0 }))
  const links = uins.map((uin) => ({ uin, visit: `v${uin}`, numbers: `n${uin}` }))
  await store.commit({ keep, forget: [], storedMax: 9, storedFromOneMax: 9, links, at: 1 })
  await store.commit({ keep: [], forget: [], storedMax: 9, storedFromOneMax: 9, ended: [200_007 as Uin], at: 2 })
  const found = await store.formerLinks()
  const live = uins.filter((uin) => uin !== 200_007)
  expect(found).toMatchObject({ at: 2, ended: [{ uin: 200_007, at: 2 }] })
  const short = found.links.map(({ account, waitingFrom, visit, numbers }) => [account, waitingFrom, visit, numbers])
  expect(short).toEqual(
    live.map((uin) => [expect.objectContaining({ uin, passwordHash: `$${uin}` }), [uin], `v${uin}`, `n${uin}`]),
  )
  await store.close()
  rmSync(folder, { recursive: true })
})
