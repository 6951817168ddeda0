import { emptyExtInfo, emptyInfo, type Uin } from '@seekyou/language'
import { Unavailable } from '../../needs.ts'
import { type Draft, question } from '../candidate.ts'
import { expectSame, expectTrue } from '../expect-same.ts'
import { accountOf, ann, bob, forget, idsWaiting, keep, message, roomy } from '../fixtures.ts'

const textBytes = 4_000
const messagesEach = 25
const commitsMax = 400

/** What survives: closing, and a disk that is full. */
export const durabilityQuestions: readonly Draft[] = [
  question('everything is there after opening again', async (candidate) => {
    await candidate.addAccount(accountOf(ann))
    await keep(candidate.store, message(1, ann), message(2, ann))
    await forget(candidate.store, 1)
    await candidate.reopen()
    const found = await candidate.store.findAccount({ uin: ann })
    expectSame(found, { account: accountOf(ann), waitingFrom: [bob] }, 'the account')
    expectSame(await candidate.store.waitingMessages({ uin: ann, most: roomy }), [message(2, ann)], 'the messages')
  }),

  question('no message id is offered twice, even after all messages are gone', async (candidate) => {
    await candidate.addAccount(accountOf(ann))
    const first = candidate.nextMessageId
    const ids = [first, first + 1, first + 2 ** 40]
    await keep(candidate.store, ...ids.map((id) => message(id, ann)))
    await forget(candidate.store, ...ids)
    await candidate.reopen()
    expectTrue(candidate.nextMessageId > first + 2 ** 40, 'the next id is greater than all that were used')
  }),

  question('a commit that the disk refuses changes nothing, and the next one works', async (candidate) => {
    const { store } = candidate
    await candidate.addAccount(accountOf(ann))
    await keep(store, message(1, ann), message(2, ann))
    await candidate.fillDisk()
    const acknowledged = [2]
    let trouble: unknown
    for (let commit = 1; commit <= commitsMax && trouble === undefined; commit++) {
      const ids = Array.from({ length: messagesEach }, (_, index) => commit * messagesEach + index)
      const messages = ids.map((id) => message(id, ann, bob, new Uint8Array(textBytes).fill(id)))
      await store.commit({ keep: messages, forget: [1], storedMax: roomy, storedFromOneMax: roomy }).then(
        () => acknowledged.push(...ids),
        (error) => {
          trouble = error
        },
      )
    }
    expectTrue(trouble instanceof Unavailable, `a full disk is Unavailable (${String(trouble)})`)
    const before = acknowledged.length > 1 ? acknowledged : [1, 2]
    expectSame(await idsWaiting(store, ann), before, 'the messages on the full disk')
    await candidate.emptyDisk()
    await keep(store, message(99_999, ann))
    await forget(store, 1)
    const after = [...acknowledged, 99_999]
    expectSame(await idsWaiting(store, ann), after, 'the messages once there is room')
    await candidate.reopen()
    expectSame(await idsWaiting(candidate.store, ann), after, 'the messages after opening again')
  }),

  question('a change that the disk refuses changes nothing, and the next one works', async (candidate) => {
    const { store } = candidate
    await candidate.addAccount(accountOf(ann))
    const before = await store.findProfile({ uin: ann })
    const extInfo = { ...emptyExtInfo, about: new Uint8Array(100_000) }
    await candidate.fillDisk()
    const trouble = await refusalOf(store.updateExtInfo({ uin: ann, extInfo }))
    expectTrue(trouble instanceof Unavailable, `a full disk is Unavailable (${String(trouble)})`)
    expectSame(await store.findProfile({ uin: ann }), before, 'the profile on the full disk')
    await candidate.emptyDisk()
    expectSame(await store.updateExtInfo({ uin: ann, extInfo }), true, 'the answer once there is room')
    await candidate.reopen()
    expectSame((await candidate.store.findProfile({ uin: ann }))?.extInfo, extInfo, 'the profile after opening again')
  }),

  question('contacts that the disk refuses are all forgotten', async (candidate) => {
    const { store } = candidate
    await candidate.addAccount(accountOf(ann))
    await candidate.addAccount(accountOf(bob))
    await candidate.fillDisk()
    const contacts = [bob, ...Array.from({ length: 1_900 }, (_, at) => (400_000 + at * 1_000) as Uin)]
    const trouble = await refusalOf(store.rememberContacts({ uin: ann, contacts, list: contacts, allowsAll: true }))
    expectTrue(trouble instanceof Unavailable, `a full disk is Unavailable (${String(trouble)})`)
    await candidate.emptyDisk()
    await store.updateInfo({ uin: bob, info: { ...emptyInfo, needsAuthorization: true } })
    const { allowed } = await store.rememberContacts({ uin: ann, contacts: [bob], list: [bob], allowsAll: false })
    expectSame(allowed, [], 'the contacts: the one of the refused call is judged anew')
  }),
]

const refusalOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  )
