import { emptyInfo, type Uin } from '@seekyou/language'
import { rememberedMax } from '../../needs.ts'
import { type Candidate, type Draft, question } from '../candidate.ts'
import { expectSame } from '../expect-same.ts'
import { accountOf, ann, bob, cid, nobody } from '../fixtures.ts'

const asks = { ...emptyInfo, needsAuthorization: true }

/** Ann, and Bob who wants to be asked, and Cid who does not. */
async function three(candidate: Candidate): Promise<void> {
  for (const uin of [ann, bob, cid]) await candidate.addAccount(accountOf(uin))
  await candidate.store.updateInfo({ uin: bob, info: asks })
}

const remember = async ({ store }: Candidate, contacts: readonly Uin[], allowsAll = false) =>
  (await store.rememberContacts({ uin: ann, contacts, list: contacts, allowsAll })).allowed

/** Contact lists, as far as they decide whose presence may be seen. */
export const contactQuestions: readonly Draft[] = [
  question('who wants to be asked is not seen until they have allowed it', async (candidate) => {
    await three(candidate)
    expectSame(await remember(candidate, [cid, bob, nobody]), [cid, nobody], 'at first')
    await candidate.store.allowContact({ uin: ann, contact: bob })
    expectSame(await remember(candidate, [cid, bob, nobody]), [cid, bob, nobody], 'when allowed')
    await candidate.reopen()
    expectSame(await remember(candidate, [bob]), [bob], 'after opening again')
  }),

  question('contacts of the time when all were allowed stay allowed', async (candidate) => {
    await three(candidate)
    expectSame(await remember(candidate, [bob], true), [bob], 'at first')
    expectSame(await remember(candidate, [bob]), [bob], 'later')
  }),

  question('once judged, a contact is not judged anew', async (candidate) => {
    await three(candidate)
    await remember(candidate, [bob, cid])
    await candidate.store.updateInfo({ uin: bob, info: emptyInfo })
    await candidate.store.updateInfo({ uin: cid, info: asks })
    expectSame(await remember(candidate, [bob, cid], true), [cid], 'although both have changed their minds')
  }),

  question('who is allowed before being a contact is seen when they become one', async (candidate) => {
    await three(candidate)
    await candidate.store.allowContact({ uin: ann, contact: bob })
    expectSame(await remember(candidate, [bob]), [bob], 'the contact')
  }),

  question('nobody has no contacts, and what a removed account had is forgotten', async (candidate) => {
    await three(candidate)
    const answer = await candidate.store.rememberContacts({
      uin: nobody,
      contacts: [cid],
      list: [cid],
      allowsAll: true,
    })
    expectSame(answer, { allowed: [] }, 'the contacts of nobody')
    expectSame(await candidate.store.allowContact({ uin: nobody, contact: cid }), undefined, 'the answer')
    await remember(candidate, [bob, cid])
    await candidate.removeAccount(ann)
    expectSame(await remember(candidate, [cid]), [], 'the contacts of a removed account')
  }),

  question('of too many contacts, the first are remembered and the others judged anew', async (candidate) => {
    await three(candidate)
    const strangers = Array.from({ length: rememberedMax - 1 }, (_, at) => (300_000 + at) as Uin)
    expectSame((await remember(candidate, strangers)).length, strangers.length, 'the number of strangers')
    expectSame(await remember(candidate, [cid, bob], true), [cid, bob], 'the last that is remembered, and one more')
    await candidate.store.updateInfo({ uin: cid, info: asks })
    expectSame(await remember(candidate, [cid, bob]), [cid], 'both, when both want to be asked')
    await candidate.store.allowContact({ uin: ann, contact: bob })
    expectSame(await remember(candidate, [cid, bob]), [cid], 'the one for whom there is no room, although allowed')
  }),
]
