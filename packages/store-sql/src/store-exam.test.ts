import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Candidate, storeExam } from '@seekyou/service/testing'
import { describe, test } from 'vitest'
import { openStore } from './open-store.ts'

describe('the exam for stores, with SQLite', () => {
  for (const { name, run } of storeExam(openCandidate)) test(name, run)
})

async function openCandidate(): Promise<Candidate> {
  const folder = mkdtempSync(join(tmpdir(), 'seekyou-store-'))
  let store = await openStore({ folder })
  return {
    get store() {
      return store
    },
    get nextMessageId() {
      return store.nextMessageId
    },
    addAccount: ({ isBanned, ...account }, hides = false) =>
      store.addAccount({ ...account, hides, ban: isBanned ? { at: 0, reason: '' } : undefined }),
    changeAccount: (uin, { passwordHash, isBanned }) =>
      store.setAccount(uin, {
        ...(passwordHash !== undefined && { passwordHash }),
        ...(isBanned !== undefined && { ban: isBanned ? { at: 0, reason: '' } : undefined }),
      }),
    formerLinks: () => store.formerLinks(),
    removeAccount: (uin) => store.removeAccount(uin),
    addInvite: (code, uses, expiresAt) =>
      store.addInvite(code, { uses, ...(expiresAt === undefined ? {} : { expiresAt }) }),
    fillDisk: () => store.limitSize(0),
    emptyDisk: () => store.limitSize(Number.POSITIVE_INFINITY),
    reopen: async () => {
      await store.close()
      store = await openStore({ folder })
    },
    close: async () => {
      await store.close()
      rmSync(folder, { recursive: true })
    },
  }
}
