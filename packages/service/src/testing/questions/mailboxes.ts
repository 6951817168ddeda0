import { ordinarySettings } from '../../needs.ts'
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
      storedFromOneMax: roomy,
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
        storedFromOneMax: roomy,
      })
      expectSame(first.refused, [{ id: 4, because: 'full' }], 'the refusals')
      const second = await store.commit({
        keep: [message(5, ann), message(6, bob)],
        forget: [],
        storedMax: 2,
        storedFromOneMax: roomy,
      })
      expectSame(second.refused, [{ id: 5, because: 'full' }], 'the refusals of the second commit')
      expectSame(await idsWaiting(store, ann), [1, 3], 'the messages of the one')
      expectSame(await idsWaiting(store, bob), [2, 6], 'the messages of the other')
    },
  ),

  question('an account may have a mailbox of its own size', async (candidate) => {
    const { store } = candidate
    const sized = (storedMax: number) => ({ ...ordinarySettings, storedMax })
    await candidate.addAccount({ ...accountOf(ann), settings: sized(3) })
    await candidate.addAccount({ ...accountOf(bob), settings: sized(0) })
    const { refused } = await store.commit({
      keep: [message(1, ann), message(2, ann), message(3, bob), message(4, ann), message(5, ann)],
      forget: [],
      storedMax: 1,
      storedFromOneMax: roomy,
    })
    const wanted = [
      { id: 3, because: 'full' },
      { id: 5, because: 'full' },
    ]
    expectSame(refused, wanted, 'the refusals')
    expectSame(await idsWaiting(store, ann), [1, 2, 4], 'the messages')
  }),

  question('one sender cannot fill a mailbox, within one commit and over several', async (candidate) => {
    const { store } = candidate
    await candidate.addAccount(accountOf(ann))
    await candidate.addAccount(accountOf(cid))
    const limits = { storedMax: 4, storedFromOneMax: 2 }
    const first = await store.commit({
      keep: [
        message(1, ann, bob),
        message(2, ann, bob),
        message(3, ann, bob),
        message(4, cid, bob),
        message(5, ann, cid),
      ],
      forget: [],
      ...limits,
    })
    expectSame(first.refused, [{ id: 3, because: 'fullOfSender' }], 'the refusals')
    const second = await store.commit({
      keep: [message(6, ann, bob), message(7, ann, cid), message(8, ann, nobody), message(9, ann, bob)],
      forget: [1],
      ...limits,
    })
    const wanted = [
      { id: 6, because: 'fullOfSender' },
      { id: 8, because: 'full' },
      { id: 9, because: 'full' },
    ]
    expectSame(second.refused, wanted, 'the refusals of the second commit')
    const third = await store.commit({ keep: [message(10, ann, bob)], forget: [], ...limits })
    expectSame(third.refused, [], 'the refusals when one was forgotten')
    expectSame(await idsWaiting(store, ann), [2, 5, 7, 10], 'the messages')
    expectSame(await idsWaiting(store, cid), [4], 'the messages of the other')
  }),

  question('a forgotten message makes room for the next commit', async (candidate) => {
    const { store } = candidate
    await candidate.addAccount(accountOf(ann))
    await store.commit({ keep: [message(1, ann)], forget: [], storedMax: 1, storedFromOneMax: roomy })
    const same = await store.commit({ keep: [message(2, ann)], forget: [1], storedMax: 1, storedFromOneMax: roomy })
    expectSame(same.refused, [{ id: 2, because: 'full' }], 'the refusals: a commit keeps before it forgets')
    const later = await store.commit({ keep: [message(3, ann)], forget: [], storedMax: 1, storedFromOneMax: roomy })
    expectSame(later.refused, [], 'the refusals of the next commit')
    expectSame(await idsWaiting(store, ann), [3], 'the messages')
  }),

  question('everybody who has a message waiting is named once, the longest waiting first', async (candidate) => {
    const { store } = candidate
    await candidate.addAccount(accountOf(ann))
    const keep = [message(4, ann, bob), message(1, ann, cid), message(2, ann, bob), message(3, ann, cid)]
    await store.commit({
      keep: [...keep, message(5, ann, nobody)],
      forget: [],
      storedMax: roomy,
      storedFromOneMax: roomy,
    })
    expectSame((await store.findAccount({ uin: ann }))?.waitingFrom, [cid, bob, nobody], 'the senders')
    await forget(store, 1, 3)
    expectSame((await store.findAccount({ uin: ann }))?.waitingFrom, [bob, nobody], 'the senders that are left')
  }),
]
