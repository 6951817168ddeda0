import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyInfo, type Uin } from '@seekyou/language'
import { ordinarySettings } from '@seekyou/service'
import { PlainStore } from '@seekyou/service/testing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openStore } from '../open-store.ts'

/** Few different bytes, so that much is found: the first and last ones, letters, and what has a meaning in SQL patterns. */
const text = (maxLength: number) =>
  fc
    .array(fc.constantFrom(0x00, 0x25, 0x41, 0x5a, 0x61, 0x7a, 0xc0, 0xe0, 0xfe, 0xff), { maxLength })
    .map((bytes) => Uint8Array.from(bytes))
const words = (maxLength: number) =>
  fc.record({ nick: text(maxLength), first: text(maxLength), last: text(maxLength), email: text(1) })
const account = fc.record({
  info: words(4).map((texts) => ({ ...emptyInfo, ...texts })),
  settings: fc.boolean().map((publishesEmail) => ({ ...ordinarySettings, publishesEmail })),
  hides: fc.boolean(),
  isBanned: fc.boolean(),
})

test('an index finds whom a look at everybody finds', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'seekyou-search-'))
  const store = await openStore({ folder })
  const plain = new PlainStore(100_000)
  const everybody = fc.sample(account, { numRuns: 400, seed: 3 })
  for (const [at, { isBanned, ...rest }] of everybody.entries()) {
    plain.addAccount((1_000 + at) as Uin, '$', { ...rest, isBanned })
  }
  await store.addAccounts(
    everybody.map(({ isBanned, ...rest }, at) => ({
      ...rest,
      uin: (1_000 + at) as Uin,
      passwordHash: '$',
      ban: isBanned ? { at: 0, reason: '' } : undefined,
    })),
  )
  await fc.assert(
    fc.asyncProperty(words(2), fc.integer({ min: 1, max: 60 }), async (asked, most) => {
      const need = { ...asked, most }
      expect(await store.searchUsers(need)).toEqual(plain.meet({ name: 'searchUsers', ...need }))
    }),
    { numRuns: 500 },
  )
  await store.close()
  rmSync(folder, { recursive: true })
})
