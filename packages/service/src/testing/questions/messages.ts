import { type Draft, question } from '../candidate.ts'
import { expectSame } from '../expect-same.ts'
import { accountOf, ann, bob, cid, forget, idsWaiting, keep, message, nobody, roomy } from '../fixtures.ts'

/** Messages: kept as they came, in order, forgotten when told. */
export const messageQuestions: readonly Draft[] = [
  question('messages come back as they were kept, byte for byte', async (candidate) => {
    await candidate.addAccount(accountOf(cid))
    const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    // A text may be a view into a datagram: only what it shows is the message.
    const view = new Uint8Array([1, 2, 3, 4, 5, 6]).subarray(2, 4)
    const messages = [
      { ...message(1, cid, cid, everyByte), kind: 0xffff, at: 4_102_444_800_123 },
      { ...message(2, cid, ann, new Uint8Array(0)), kind: 0, at: 0 },
      message(3, cid, nobody, view),
      message(2 ** 40, cid, ann, new Uint8Array(7_000).fill(0xe9)),
    ]
    expectSame(await keep(candidate.store, ...messages), [], 'the refusals')
    expectSame(await candidate.store.waitingMessages({ uin: cid, most: roomy }), messages, 'the messages')
  }),

  question('nothing waits for somebody unknown, nor for somebody to whom nobody wrote', async (candidate) => {
    await candidate.addAccount(accountOf(ann))
    expectSame(await idsWaiting(candidate.store, nobody), [], 'the messages of nobody')
    expectSame(await idsWaiting(candidate.store, ann), [], 'the messages of a newcomer')
  }),

  question('the oldest come first, and no more than asked for', async (candidate) => {
    const { store } = candidate
    await candidate.addAccount(accountOf(ann))
    await candidate.addAccount(accountOf(bob))
    await keep(store, message(9, ann), message(5, ann), message(6, bob))
    await keep(store, message(3, ann), message(7, ann))
    expectSame(await idsWaiting(store, ann), [3, 5, 7, 9], 'all')
    expectSame(await idsWaiting(store, ann, 2), [3, 5], 'two')
    expectSame(await idsWaiting(store, bob), [6], 'those of the other')
  }),

  question('forgotten messages are gone, the others stay', async (candidate) => {
    const { store } = candidate
    await candidate.addAccount(accountOf(ann))
    await keep(store, message(1, ann), message(2, ann), message(3, ann))
    await forget(store, 2)
    expectSame(await idsWaiting(store, ann), [1, 3], 'the messages')
    await forget(store, 2, 77, 1)
    expectSame(await idsWaiting(store, ann), [3], 'the messages after forgetting one again and one that never was')
  }),

  question('one commit keeps and forgets, a message of its own included', async (candidate) => {
    const { store } = candidate
    await candidate.addAccount(accountOf(ann))
    await keep(store, message(1, ann))
    const both = { keep: [message(2, ann), message(3, ann)], forget: [1, 3], storedMax: roomy, storedFromOneMax: roomy }
    expectSame(await store.commit(both), { refused: [] }, 'the answer')
    expectSame(await idsWaiting(store, ann), [2], 'the messages')
  }),

  question('an empty commit refuses nothing', async ({ store }) => {
    expectSame(
      await store.commit({ keep: [], forget: [], storedMax: 1, storedFromOneMax: roomy }),
      { refused: [] },
      'the answer',
    )
  }),

  question('calls are carried out in the order in which they were made', async (candidate) => {
    const { store } = candidate
    await candidate.addAccount(accountOf(ann))
    const answers = await Promise.all([
      keep(store, message(1, ann)),
      idsWaiting(store, ann),
      keep(store, message(2, ann)),
      idsWaiting(store, ann),
      store.findAccount({ uin: ann }),
      forget(store, 1, 2),
      idsWaiting(store, ann),
      store.findAccount({ uin: ann }),
    ])
    const account = accountOf(ann)
    const wanted = [[], [1], [], [1, 2], { account, waitingFrom: [bob] }, [], [], { account, waitingFrom: [] }]
    expectSame(answers, wanted, 'the answers')
  }),
]
