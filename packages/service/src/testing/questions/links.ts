import type { Uin } from '@seekyou/language'
import { endedKeptMs, type Needs } from '../../needs.ts'
import { type Candidate, type Draft, question } from '../candidate.ts'
import { expectSame, expectTrue } from '../expect-same.ts'
import { accountOf, ann, bob, cid, keep, message, nobody, roomy, textOf } from '../fixtures.ts'

type Told = Pick<Needs['commit']['ask'], 'links' | 'ended' | 'at'>

const tell = ({ store }: Candidate, told: Told) =>
  store.commit({ keep: [], forget: [], storedMax: roomy, storedFromOneMax: roomy, ...told })

const linkOf = (uin: Uin) => ({ uin, visit: `{"visit":"${uin} é€"}`, numbers: `{"numbers":${uin}}` })

async function add(candidate: Candidate, ...uins: Uin[]): Promise<void> {
  for (const uin of uins) await candidate.addAccount(accountOf(uin))
}

const textsOf = async (candidate: Candidate) =>
  (await candidate.formerLinks()).links
    .map(({ account: { uin }, visit, numbers }) => ({ uin, visit, numbers }))
    .sort((a, b) => a.uin - b.uin)

const endedOf = async (candidate: Candidate) => (await candidate.formerLinks()).ended

/** Links: kept with the messages, found by the next node, forgotten when they must not be taken up again. */
export const linkQuestions: readonly Draft[] = [
  question('where nobody ever was, no links are found', async (candidate) => {
    await add(candidate, ann)
    expectSame(await candidate.formerLinks(), { at: 0, links: [], ended: [] }, 'what is found')
  }),

  question('a link is found with the account and who may not see whom, after opening again', async (candidate) => {
    const special = {
      ...accountOf(cid),
      info: { ...accountOf(cid).info, email: textOf('c@home'), needsAuthorization: true },
      settings: { direct: true, publishesEmail: true, storedMax: 7, isLimited: false },
    }
    await add(candidate, ann, bob)
    await candidate.addAccount(special)
    await candidate.store.rememberContacts({ uin: ann, contacts: [bob, cid], list: [bob, cid], allowsAll: false })
    await candidate.store.rememberContacts({ uin: bob, contacts: [cid], list: [cid], allowsAll: false })
    await keep(
      candidate.store,
      message(4, ann, bob),
      message(2, ann, nobody),
      message(3, ann, bob),
      message(5, bob, cid),
    )
    await tell(candidate, { links: [linkOf(cid), linkOf(ann)], at: 1_000 })
    await candidate.reopen()
    const { at, links, ended } = await candidate.formerLinks()
    expectSame({ at, ended }, { at: 1_000, ended: [] }, 'the rest')
    const wanted = [
      { account: accountOf(ann), waitingFrom: [nobody, bob], refusedBy: [cid], ...textsOfLink(ann) },
      { account: special, waitingFrom: [], refusedBy: [], ...textsOfLink(cid) },
    ]
    expectSame(
      [...links].sort((a, b) => a.account.uin - b.account.uin),
      wanted,
      'the links',
    )
  }),

  question('a part that is left out stays as it was', async (candidate) => {
    await add(candidate, ann, bob)
    await tell(candidate, { links: [linkOf(ann), linkOf(bob)] })
    await tell(candidate, { links: [{ uin: ann, numbers: 'n2' }] })
    await tell(candidate, { links: [{ uin: bob, visit: 'v2' }, { uin: ann, numbers: 'n3' }, { uin: ann }] })
    const wanted = [
      { ...linkOf(ann), numbers: 'n3' },
      { ...linkOf(bob), visit: 'v2' },
    ]
    expectSame(await textsOf(candidate), wanted, 'the links')
  }),

  question('a part alone makes no link, and nobody without an account has one', async (candidate) => {
    await add(candidate, ann)
    await tell(candidate, { links: [{ uin: ann, numbers: 'n' }, { uin: ann, visit: 'v' }, linkOf(nobody)] })
    expectSame(await textsOf(candidate), [], 'the links')
  }),

  question('a link that has ended is no link, whatever comes after it, until another begins', async (candidate) => {
    await add(candidate, ann, bob)
    await tell(candidate, { links: [linkOf(ann)], at: 1_000 })
    await tell(candidate, { ended: [ann, bob, nobody], at: 2_000 })
    await tell(candidate, {
      links: [
        { uin: ann, numbers: 'n' },
        { uin: ann, visit: 'v' },
      ],
    })
    expectSame(await textsOf(candidate), [], 'the links')
    expectSame(await endedOf(candidate), [{ uin: ann, at: 2_000 }], 'those that ended')
    await tell(candidate, { links: [{ uin: ann, visit: 'v2', numbers: 'n2' }] })
    expectSame(await textsOf(candidate), [{ uin: ann, visit: 'v2', numbers: 'n2' }], 'the links later')
    expectSame(await endedOf(candidate), [], 'those that ended later')
  }),

  question('of one commit, what ends has ended; when is the time of the last proof of life', async (candidate) => {
    await add(candidate, ann)
    await tell(candidate, { at: 5_000 })
    await tell(candidate, { links: [linkOf(ann)], ended: [ann] })
    await candidate.reopen()
    const wanted = { at: 5_000, links: [], ended: [{ uin: ann, at: 5_000 }] }
    expectSame(await candidate.formerLinks(), wanted, 'what is found')
  }),

  question('who left long before the end of the former node is forgotten', async (candidate) => {
    await add(candidate, ann, bob, cid)
    await tell(candidate, { links: [linkOf(ann), linkOf(bob), linkOf(cid)] })
    await tell(candidate, { ended: [ann], at: 10_000 })
    await tell(candidate, { ended: [bob], at: 10_001 })
    await tell(candidate, { at: 10_000 + endedKeptMs })
    for (const time of ['once', 'again']) {
      expectSame(await endedOf(candidate), [{ uin: bob, at: 10_001 }], `who left, asked ${time}`)
    }
    expectSame(await textsOf(candidate), [linkOf(cid)], 'the links')
  }),

  question('who is banned or removed has no link any more', async (candidate) => {
    await add(candidate, ann, bob, cid, nobody)
    await tell(candidate, { links: [linkOf(ann), linkOf(bob), linkOf(cid), linkOf(nobody)], at: 1 })
    await tell(candidate, { ended: [cid, nobody], at: 2 })
    await candidate.removeAccount(ann)
    await candidate.removeAccount(cid)
    await candidate.changeAccount(bob, { isBanned: true })
    await candidate.changeAccount(nobody, { isBanned: true })
    const ended = [ann, bob, cid, nobody].sort((a, b) => a - b).map((uin) => ({ uin, at: 2 }))
    const found = await candidate.formerLinks()
    expectSame(
      { ...found, ended: [...found.ended].sort((a, b) => a.uin - b.uin) },
      { at: 2, links: [], ended },
      'what is found',
    )
    await candidate.changeAccount(bob, { isBanned: false })
    expectSame(await textsOf(candidate), [], 'the links when the ban is lifted')
    await tell(candidate, { links: [{ uin: bob, numbers: 'n' }] })
    expectSame(await textsOf(candidate), [], 'the links when a part comes late')
  }),

  question(
    'a password that the operator sets forgets the link, one that the owner sets does not',
    async (candidate) => {
      await add(candidate, ann, bob, cid)
      await tell(candidate, { links: [linkOf(ann), linkOf(bob), linkOf(cid)] })
      await candidate.changeAccount(ann, { passwordHash: '$new' })
      await candidate.changeAccount(cid, { isBanned: false })
      await candidate.store.changePassword({ uin: bob, passwordHash: '$new' })
      expectSame(await textsOf(candidate), [linkOf(bob), linkOf(cid)], 'the links')
      const { links } = await candidate.formerLinks()
      const hash = links.find(({ account }) => account.uin === bob)?.account.passwordHash
      expectSame(hash, '$new', 'the hash')
    },
  ),

  question('links and messages of one commit stand and fall together', async (candidate) => {
    const { store } = candidate
    await add(candidate, ann, bob)
    await tell(candidate, { links: [linkOf(ann)], at: 1 })
    await candidate.fillDisk()
    const big = message(1, ann, bob, new Uint8Array(400_000))
    const commit = { keep: [big], forget: [], storedMax: roomy, storedFromOneMax: roomy }
    const trouble = await store
      .commit({ ...commit, links: [linkOf(bob), { uin: ann, numbers: 'n' }], ended: [ann], at: 2 })
      .catch((error: unknown) => error)
    expectTrue(trouble instanceof Error, 'the full disk refuses')
    await candidate.emptyDisk()
    const { at, ended } = await candidate.formerLinks()
    expectSame({ at, ended }, { at: 1, ended: [] }, 'the rest')
    expectSame(await textsOf(candidate), [linkOf(ann)], 'the links')
  }),
]

function textsOfLink(uin: Uin) {
  const { visit, numbers } = linkOf(uin)
  return { visit, numbers }
}
