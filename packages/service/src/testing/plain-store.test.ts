import type { Uin } from '@seekyou/language'
import { describe, test } from 'vitest'
import { type Answer, type Need, type NeedName, type Store, type StoreNeedName, Unavailable } from '../needs.ts'
import type { Candidate } from './candidate.ts'
import { PlainStore } from './plain-store.ts'
import { storeExam } from './store-exam.ts'

describe('the exam for stores, with the store in memory', () => {
  for (const { name, run } of storeExam(openCandidate)) test(name, run)
})

const reads: ReadonlySet<NeedName> = new Set<NeedName>(['findAccount', 'waitingMessages', 'findProfile', 'searchUsers'])

/** The store keeps everything while the process lives, so there is nothing to open again. Its disk and its ids are the examiner's. */
async function openCandidate(): Promise<Candidate> {
  const plain = new PlainStore(100_000)
  let isFull = false
  let nextMessageId = 1
  const meet =
    <Name extends StoreNeedName>(name: Name) =>
    async (ask: object): Promise<Answer<Name>> => {
      if (isFull && !reads.has(name)) throw new Unavailable('the disk is full')
      return plain.meet({ ...ask, name } as Need<StoreNeedName>) as Answer<Name>
    }
  const commit = meet('commit')
  const store: Store = {
    findAccount: meet('findAccount'),
    createAccount: meet('createAccount'),
    waitingMessages: meet('waitingMessages'),
    commit: (ask) => {
      nextMessageId = Math.max(nextMessageId, ...ask.keep.map(({ id }) => id + 1))
      return commit(ask)
    },
    findProfile: meet('findProfile'),
    searchUsers: meet('searchUsers'),
    updateInfo: meet('updateInfo'),
    updateExtInfo: meet('updateExtInfo'),
    changePassword: meet('changePassword'),
    rememberContacts: meet('rememberContacts'),
    allowContact: meet('allowContact'),
  }
  return {
    store,
    get nextMessageId() {
      return nextMessageId
    },
    addAccount: async ({ uin, passwordHash, ...rest }, hides = false) =>
      plain.addAccount(uin, passwordHash, { ...rest, hides }),
    changeAccount: async (uin, changes) => plain.changeAccount(uin, changes),
    formerLinks: async () => plain.formerLinks(),
    removeAccount: async (uin: Uin) => plain.removeAccount(uin),
    addInvite: async (code, uses, expiresAt) => {
      if (expiresAt === undefined || expiresAt > Date.now()) plain.addInvite(code, uses)
    },
    fillDisk: async () => {
      isFull = true
    },
    emptyDisk: async () => {
      isFull = false
    },
    reopen: async () => {},
    close: async () => {},
  }
}
