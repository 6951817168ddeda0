import { type Draft, question } from '../candidate.ts'
import { expectSame } from '../expect-same.ts'
import { accountOf, ann, bob, cid, forget, idsWaiting, message, nobody, roomy } from '../fixtures.ts'

/** Mailboxes: who has one, when it is full, and who has written. */
export const mailboxQuestions: readonly Draft[] = [
  question('a message to nobody is refused, the others of its commit are kept', async (candidate) => {
    const { store } = candidate
    await candidate.addAccount(accountOf(ann))
    const { refused } = await store.commit({
      keep: [message(1, ann), message(2, nobody), message(3, ann), message(4, nobody)],
      forget: [],
      storedMax: roomy,
    })
    const wanted = [
      { id: 2, because: 'unknown' },
      { id: 4, because: 'unknown' },
    ]
    expectSame(refused, wanted, 'the refusals')
    expectSame(await idsWaiting(store, ann), [1, 3], 'the messages')
  }),

  question(
    'a full mailbox refuses, within one commit and over several; others are not concerned',
    async (candidate) => {
      const { store } = candidate
      await candidate.addAccount(accountOf(ann))
      await candidate.addAccount(accountOf(bob))
      const first = await store.commit({
        keep: [message(1, ann), message(2, bob), message(3, ann), message(4, ann)],
        forget: [],
        storedMax: 2,
      })
      expectSame(first.refused, [{ id: 4, because: 'full' }], 'the refusals')
      const second = await store.commit({ keep: [message(5, ann), message(6, bob)], forget: [], storedMax: 2 })
      expectSame(second.refused, [{ id: 5, because: 'full' }], 'the refusals of the second commit')
      expectSame(await idsWaiting(store, ann), [1, 3], 'the messages of the one')
      expectSame(await idsWaiting(store, bob), [2, 6], 'the messages of the other')
    },
  ),

  question('a forgotten message makes room for the next commit', async (candidate) => {
    const { store } = candidate
    await candidate.addAccount(accountOf(ann))
    await store.commit({ keep: [message(1, ann)], forget: [], storedMax: 1 })
    const same = await store.commit({ keep: [message(2, ann)], forget: [1], storedMax: 1 })
    expectSame(same.refused, [{ id: 2, because: 'full' }], 'the refusals: a commit keeps before it forgets')
    const later = await store.commit({ keep: [message(3, ann)], forget: [], storedMax: 1 })
    expectSame(later.refused, [], 'the refusals of the next commit')
    expectSame(await idsWaiting(store, ann), [3], 'the messages')
  }),

  question('everybody who has a message waiting is named once, the longest waiting first', async (candidate) => {
    const { store } = candidate
    await candidate.addAccount(accountOf(ann))
    const keep = [message(4, ann, bob), message(1, ann, cid), message(2, ann, bob), message(3, ann, cid)]
    await store.commit({ keep: [...keep, message(5, ann, nobody)], forget: [], storedMax: roomy })
    expectSame((await store.findAccount({ uin: ann }))?.waitingFrom, [cid, bob, nobody], 'the senders')
    await forget(store, 1, 3)
    expectSame((await store.findAccount({ uin: ann }))?.waitingFrom, [bob, nobody], 'the senders that are left')
  }),
]
