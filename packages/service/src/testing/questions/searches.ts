import { emptyInfo, type Text, type Uin } from '@seekyou/language'
import { type Needs, ordinarySettings } from '../../needs.ts'
import { type Candidate, type Draft, question } from '../candidate.ts'
import { expectSame } from '../expect-same.ts'
import { accountOf, textOf } from '../fixtures.ts'

type Words = Partial<Record<'nick' | 'first' | 'last' | 'email', string | Text>>

const asText = (word: string | Text = ''): Text => (typeof word === 'string' ? textOf(word) : word)
const infoOf = ({ nick, first, last, email }: Words) => ({
  ...emptyInfo,
  nick: asText(nick),
  first: asText(first),
  last: asText(last),
  email: asText(email),
})
const person = (uin: number, words: Words) => ({ ...accountOf(uin as Uin), info: infoOf(words) })
const search = ({ store }: Candidate, words: Words, most = 40) =>
  store.searchUsers({ ...infoOf(words), most } satisfies Needs['searchUsers']['ask'])
const uins = async (candidate: Candidate, words: Words) => (await search(candidate, words)).found.map(({ uin }) => uin)

async function add(candidate: Candidate, ...people: ReturnType<typeof person>[]): Promise<void> {
  for (const one of people) await candidate.addAccount(one)
}

/** Searches: who is found by what, and who never. */
export const searchQuestions: readonly Draft[] = [
  question('a name is found by its beginning, capital or not', async (candidate) => {
    await add(
      candidate,
      person(1_003, { nick: 'ANNABEL' }),
      person(1_001, { nick: 'ann' }),
      person(1_002, { nick: 'an' }),
    )
    expectSame(await uins(candidate, { nick: 'aNN' }), [1_001, 1_003], 'who begins with ann')
    expectSame(await uins(candidate, { nick: 'annabel' }), [1_003], 'who begins with annabel')
    expectSame(await uins(candidate, { nick: 'nn' }), [], 'who begins with nn')
  }),

  question('everything that is asked for must fit', async (candidate) => {
    const [one, two] = [
      person(1_001, { nick: 'x', first: 'Ann', last: 'Noe' }),
      person(1_002, { nick: 'x', first: 'Ann' }),
    ]
    await add(candidate, one, two)
    expectSame(await uins(candidate, { first: 'a' }), [1_001, 1_002], 'by first name')
    expectSame(await uins(candidate, { last: 'n' }), [1_001], 'by last name')
    expectSame(await uins(candidate, { nick: 'x', first: 'ann', last: 'noe' }), [1_001], 'by all names')
    expectSame(await uins(candidate, { nick: 'y', first: 'ann' }), [], 'with a nickname that does not fit')
  }),

  question('an e-mail address must be the same as a whole, and need not be published', async (candidate) => {
    const [one, two] = [person(1_001, { email: 'Ann@Home.example' }), person(1_002, { email: 'ann@home.example2' })]
    await add(candidate, one, { ...two, settings: { ...ordinarySettings, publishesEmail: true } })
    const byAddress = await search(candidate, { email: 'ANN@home.example' })
    expectSame(byAddress, { found: [{ uin: 1_001, info: emptyInfo }], hasMore: false }, 'who does not publish it')
    const [published] = (await search(candidate, { email: 'ann@home.EXAMPLE2' })).found
    expectSame(published?.info.email, textOf('ann@home.example2'), 'the address of who does')
    expectSame(await uins(candidate, { email: 'ann@' }), [], 'by a beginning')
    expectSame(await uins(candidate, { email: 'ann@home.example', nick: 'x' }), [], 'with a name that does not fit')
  }),

  question('no character has a special meaning', async (candidate) => {
    const names = ['a%b', 'aXb', 'a_b', '*', '%', '_', '\\', "'", '"', '[a]', '?']
    await add(candidate, ...names.map((nick, at) => person(1_001 + at, { nick })))
    expectSame(await uins(candidate, { nick: 'a%' }), [1_001], 'who begins with a%')
    expectSame(await uins(candidate, { nick: 'a_' }), [1_003], 'who begins with a_')
    for (const [at, nick] of names.slice(3).entries()) {
      expectSame(await uins(candidate, { nick }), [1_004 + at], `who begins with ${nick}`)
    }
  }),

  question('bytes beyond ASCII, and none at all, are compared as they are', async (candidate) => {
    const nicks = [[0xc0], [0xe0], [0xff], [0xff, 0xff, 0x01], [0x00], [0x61, 0x00, 0x62], [0x61, 0x00, 0x63]]
    await add(candidate, ...nicks.map((nick, at) => person(1_001 + at, { nick: Uint8Array.from(nick) })))
    const by = (...nick: number[]) => uins(candidate, { nick: Uint8Array.from(nick) })
    expectSame(await by(0xc0), [1_001], 'a capital beyond ASCII')
    expectSame(await by(0xe0), [1_002], 'a small letter beyond ASCII')
    expectSame(await by(0xff), [1_003, 1_004], 'the last byte')
    expectSame(await by(0xff, 0xff), [1_004], 'the last byte twice')
    expectSame(await by(0x00), [1_005], 'the first byte')
    expectSame(await by(0x41, 0x00), [1_006, 1_007], 'a letter and the first byte')
    expectSame(await by(0x61, 0x00, 0x62), [1_006], 'what follows the first byte')
  }),

  question('who hides, is banned or was removed is not found', async (candidate) => {
    await add(candidate, person(1_001, { nick: 'ann', email: 'a@b' }), person(1_004, { nick: 'ann' }))
    await candidate.addAccount(person(1_002, { nick: 'ann', email: 'a@b' }), true)
    await candidate.addAccount({ ...person(1_003, { nick: 'ann', email: 'a@b' }), isBanned: true })
    await candidate.removeAccount(1_004 as Uin)
    expectSame(await uins(candidate, { nick: 'ann' }), [1_001], 'by name')
    expectSame(await uins(candidate, { email: 'a@b' }), [1_001], 'by address')
  }),

  question('no more are named than asked for, the lowest numbers first', async (candidate) => {
    await add(
      candidate,
      ...[1_005, 1_003, 1_001, 1_004, 1_002].map((uin) => person(uin, { nick: `ann${9_000 - uin}` })),
    )
    const named = async (most: number) => {
      const { found, hasMore } = await search(candidate, { nick: 'ann' }, most)
      return [...found.map(({ uin }) => uin), hasMore]
    }
    expectSame(await named(2), [1_001, 1_002, true], 'two')
    expectSame(await named(4), [1_001, 1_002, 1_003, 1_004, true], 'four')
    expectSame(await named(5), [1_001, 1_002, 1_003, 1_004, 1_005, false], 'five')
  }),

  question('somebody is found by the name that they have last told', async (candidate) => {
    await add(candidate, person(1_001, { nick: 'ann' }))
    await candidate.store.updateInfo({ uin: 1_001 as Uin, info: infoOf({ nick: 'Bea' }) })
    expectSame(await uins(candidate, { nick: 'ann' }), [], 'the old name')
    await candidate.reopen()
    expectSame(await uins(candidate, { nick: 'bea' }), [1_001], 'the new name')
  }),
]
