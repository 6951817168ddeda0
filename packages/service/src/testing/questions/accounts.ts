import type { Uin } from '@seekyou/language'
import { type Draft, question } from '../candidate.ts'
import { expectSame, expectTrue } from '../expect-same.ts'
import { accountOf, ann, bob, idsWaiting, keep, message, nobody } from '../fixtures.ts'

const create = { passwordHash: '$hash$of$somebody', invite: undefined }

/** Accounts: found, made, invited, removed. */
export const accountQuestions: readonly Draft[] = [
  question('an unknown UIN is not found', async ({ store }) => {
    expectSame(await store.findAccount({ uin: nobody }), undefined, 'the answer')
  }),

  question('an account is found as it was added, with nobody waiting', async (candidate) => {
    await candidate.addAccount(accountOf(ann))
    const found = await candidate.store.findAccount({ uin: ann })
    expectSame(found, { account: accountOf(ann), waitingFrom: [] }, 'the answer')
  }),

  question('a new account is found under the number that it got', async ({ store }) => {
    const uin = (await store.createAccount(create)) as Uin
    const found = await store.findAccount({ uin })
    expectSame(found?.account.uin, uin, 'the number')
    expectSame(found?.account.passwordHash, create.passwordHash, 'the hash')
  }),

  question('new numbers follow one another and step over those in use', async (candidate) => {
    const { store } = candidate
    const first = (await store.createAccount(create)) as Uin
    await candidate.addAccount(accountOf((first + 2) as Uin))
    await candidate.addAccount(accountOf((first + 3) as Uin))
    expectSame(await store.createAccount(create), first + 1, 'the second number')
    expectSame(await store.createAccount(create), first + 4, 'the third number')
  }),

  question('accounts made at the same time get different numbers', async ({ store }) => {
    const uins = await Promise.all(Array.from({ length: 20 }, () => store.createAccount(create)))
    expectSame(new Set(uins).size, 20, 'the number of different numbers')
  }),

  question('a removed account is gone with its messages, and its number never comes back', async (candidate) => {
    const { store } = candidate
    const uin = (await store.createAccount(create)) as Uin
    await keep(store, message(1, uin))
    await candidate.removeAccount(uin)
    expectSame(await store.findAccount({ uin }), undefined, 'the account')
    expectSame(await idsWaiting(store, uin), [], 'its messages')
    expectSame(await keep(store, message(2, uin)), [{ id: 2, because: 'unknown' }], 'the refusals')
    expectSame(await store.createAccount(create), uin + 1, 'the next number')
    await candidate.reopen()
    expectSame(await candidate.store.createAccount(create), uin + 2, 'the next number after opening again')
  }),

  question('what a removed account has sent still waits', async (candidate) => {
    await candidate.addAccount(accountOf(ann))
    await candidate.addAccount(accountOf(bob))
    await keep(candidate.store, message(1, ann, bob))
    await candidate.removeAccount(bob)
    expectSame(await idsWaiting(candidate.store, ann), [1], 'the messages')
  }),

  question('an invite makes as many accounts as it says', async (candidate) => {
    const { store } = candidate
    await candidate.addInvite('twice', 2, undefined)
    const uins = [await invited('twice'), await invited('twice'), await invited('twice')]
    expectTrue(uins[0] !== undefined && uins[1] === uins[0] + 1, 'the first two get numbers')
    expectSame(uins[2], undefined, 'the third answer')
    const next = await store.createAccount(create)
    expectSame(next, (uins[1] as number) + 1, 'the next number: the refused one used none up')

    function invited(invite: string) {
      return store.createAccount({ ...create, invite })
    }
  }),

  question('an unknown, an expired and an empty invite make no account', async (candidate) => {
    await candidate.addInvite('late', 5, 1)
    for (const invite of ['late', 'never', 'LATE', '']) {
      expectSame(await candidate.store.createAccount({ ...create, invite }), undefined, `the answer to "${invite}"`)
    }
  }),

  question('an invite that expires in the far future is good', async (candidate) => {
    await candidate.addInvite('soon', 1, 8_640_000_000_000_000)
    expectTrue((await candidate.store.createAccount({ ...create, invite: 'soon' })) !== undefined, 'an account is made')
  }),
]
