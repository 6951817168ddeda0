import { type ExtInfo, emptyExtInfo, emptyInfo, type Info } from '@seekyou/language'
import { ordinarySettings } from '../../needs.ts'
import { type Draft, question } from '../candidate.ts'
import { expectSame } from '../expect-same.ts'
import { accountOf, ann, bob, nobody, textOf } from '../fixtures.ts'

const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte)

const info: Info = {
  nick: everyByte,
  first: textOf('Ann'),
  last: textOf(''),
  email: textOf('ann@home'),
  needsAuthorization: true,
}

const extInfo: ExtInfo = {
  city: everyByte,
  country: 7,
  timeZone: -128,
  state: textOf(''),
  age: 0,
  sex: 2,
  phone: textOf('123'),
  homepage: textOf('http://home/'),
  about: new Uint8Array(2_000).fill(0xfe),
  zip: 4_294_967_294,
}

/** Profiles, settings and passwords: kept as they came, shown as their owners want. */
export const profileQuestions: readonly Draft[] = [
  question('a profile comes back as it was told, also after opening again', async (candidate) => {
    await candidate.addAccount({ ...accountOf(ann), settings: { ...ordinarySettings, publishesEmail: true } })
    await candidate.addAccount(accountOf(bob))
    expectSame(await candidate.store.updateInfo({ uin: ann, info }), true, 'the first answer')
    expectSame(await candidate.store.updateExtInfo({ uin: ann, extInfo }), true, 'the second answer')
    expectSame(await candidate.store.findProfile({ uin: ann }), { info, extInfo }, 'the profile')
    await candidate.reopen()
    const { store } = candidate
    expectSame(await store.findProfile({ uin: ann }), { info, extInfo }, 'the profile after opening again')
    expectSame((await store.findAccount({ uin: ann }))?.account.info, info, 'the account')
    const other = await store.findProfile({ uin: bob })
    expectSame(other, { info: accountOf(bob).info, extInfo: emptyExtInfo }, 'the other profile')
  }),

  question('what is told no more is gone', async (candidate) => {
    await candidate.addAccount(accountOf(ann))
    const { store } = candidate
    await store.updateInfo({ uin: ann, info })
    await store.updateExtInfo({ uin: ann, extInfo })
    await store.updateInfo({ uin: ann, info: emptyInfo })
    await store.updateExtInfo({ uin: ann, extInfo: emptyExtInfo })
    expectSame(await store.findProfile({ uin: ann }), { info: emptyInfo, extInfo: emptyExtInfo }, 'the profile')
  }),

  question('an e-mail address is shown only when its owner publishes it', async (candidate) => {
    await candidate.addAccount({ ...accountOf(ann), info })
    const shown = await candidate.store.findProfile({ uin: ann })
    expectSame(shown?.info, { ...info, email: textOf('') }, 'the profile')
    expectSame((await candidate.store.findAccount({ uin: ann }))?.account.info, info, 'the account')
  }),

  question('a password is another one from then on', async (candidate) => {
    await candidate.addAccount(accountOf(ann))
    expectSame(await candidate.store.changePassword({ uin: ann, passwordHash: '$new' }), true, 'the answer')
    await candidate.reopen()
    const found = await candidate.store.findAccount({ uin: ann })
    expectSame(found?.account, { ...accountOf(ann), passwordHash: '$new' }, 'the account')
  }),

  question('nobody has no profile, and nothing of theirs can be changed', async ({ store }) => {
    expectSame(await store.findProfile({ uin: nobody }), undefined, 'the profile')
    expectSame(await store.updateInfo({ uin: nobody, info }), false, 'the first answer')
    expectSame(await store.updateExtInfo({ uin: nobody, extInfo }), false, 'the second answer')
    expectSame(await store.changePassword({ uin: nobody, passwordHash: '$new' }), false, 'the third answer')
  }),

  question('bans and settings are found as they were set', async (candidate) => {
    const banned = { ...accountOf(ann), isBanned: true }
    const special = {
      ...accountOf(bob),
      settings: { direct: false, publishesEmail: true, storedMax: 0, isLimited: false },
    }
    await candidate.addAccount(banned)
    await candidate.addAccount(special)
    await candidate.reopen()
    expectSame((await candidate.store.findAccount({ uin: ann }))?.account, banned, 'the banned one')
    expectSame((await candidate.store.findAccount({ uin: bob }))?.account, special, 'the special one')
  }),
]
