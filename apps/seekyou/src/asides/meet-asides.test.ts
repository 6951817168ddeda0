import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyInfo, type Uin } from '@seekyou/language'
import { type AsideAnswer, type AsideAsk, type AsideName, asides, type RegistrationMode } from '@seekyou/office'
import { openStore, type SqlStore } from '@seekyou/store-sql'
import { codePage } from '@seekyou/wire'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Complaint } from '../complaint.ts'
import { meetAsides } from './meet-asides.ts'

const ann = 1_000 as Uin
const bob = 1_001 as Uin
let folder: string
let store: SqlStore
let mode: RegistrationMode

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seekyou-'))
  store = await openStore({ folder })
  mode = 'invite'
  await store.addAccount({ uin: ann, passwordHash: '$' })
  await store.addAccount({ uin: bob, passwordHash: '$' })
})
afterEach(async () => {
  vi.useRealTimers()
  await store.close()
  rmSync(folder, { recursive: true })
})

/** Asks as Ann, and sees that the answer is as it was declared. */
async function say<Name extends AsideName>(name: Name, ask: AsideAsk<Name>, uin = ann): Promise<AsideAnswer<Name>> {
  const answer = await meetAsides({ store, server: { registration: () => mode } })(uin, name, ask)
  return asides[name].answer.parse(JSON.parse(JSON.stringify(answer))) as AsideAnswer<Name>
}

test('a contact list comes back as it was announced, with its names', async () => {
  const list = [bob, 1_002 as Uin]
  await store.rememberContacts({ uin: ann, contacts: list, list, allowsAll: true })
  await say('nameContacts', { contacts: [{ uin: bob, name: 'Боб', group: '' }] })
  expect(await say('contactList', {})).toEqual({ contacts: [{ uin: bob, name: 'Боб' }, { uin: 1_002 }] })
  expect(await say('contactList', {}, bob)).toEqual({ contacts: [] })
})

test('settings are each account’s own', async () => {
  expect(await say('settings', {})).toEqual({})
  await say('keepSettings', { settings: '{"theme":"1998"}' })
  expect(await say('settings', {})).toEqual({ settings: '{"theme":"1998"}' })
  expect(await say('settings', {}, bob)).toEqual({})
})

test('how people write is told as far as it is known', async () => {
  await say('useCodePage', { codePage: 'windows-1251' })
  const cyrillic = { ...emptyInfo, nick: codePage('koi8-r').encode('Наташа, люблю музыку') }
  await store.setAccount(bob, { info: cyrillic })
  await store.addAccount({
    uin: 1_002 as Uin,
    passwordHash: '$',
    info: { ...emptyInfo, nick: codePage().encode('Bob') },
  })
  expect(await say('codePages', { uins: [ann, bob, 1_002, 9_999] })).toEqual({
    codePages: { 1000: 'windows-1251', 1001: 'koi8-r' },
  })
  await expect(say('useCodePage', { codePage: 'utf-8' })).rejects.toThrow('There is no code page utf-8')
})

test('three friends can be invited at a time, for a week', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  const made = [await say('makeInvite', {}), await say('makeInvite', {}), await say('makeInvite', {})]
  await expect(say('makeInvite', {})).rejects.toThrow('1000 has 3 open invites')
  await say('makeInvite', {}, bob)
  expect((await say('listInvites', {})).invites.map(({ code }) => code).sort()).toEqual(
    made.map(({ code }) => code).sort(),
  )
  await store.createAccount({ passwordHash: '$', invite: made[0]?.code })
  expect((await say('listInvites', {})).invites).toHaveLength(2)
  await say('makeInvite', {})
  vi.setSystemTime(Date.now() + 7 * 86_400_000)
  expect((await say('listInvites', {})).invites).toEqual([])
})

test('where everybody or nobody may register, nobody can be invited', async () => {
  for (const [now, sentence] of [
    ['open', 'Nobody needs an invite'],
    ['lan', 'Nobody needs an invite'],
    ['closed', 'Nobody can register here'],
  ] as const) {
    mode = now
    await expect(say('makeInvite', {})).rejects.toThrow(sentence)
  }
})

test('nonsense is refused with a sentence, and so is whoever is gone', async () => {
  for (const [name, ask] of [
    ['unheardOf', {}],
    ['constructor', {}],
    ['settings', 5],
    ['settings', { uin: 1_001 }],
    ['nameContacts', { contacts: [{ uin: bob, name: 'x'.repeat(65), group: '' }] }],
    ['keepSettings', { settings: {} }],
  ] as const) {
    await expect(say(name as 'settings', ask as never)).rejects.toBeInstanceOf(Complaint)
  }
  await expect(say('keepSettings', { settings: '' }, 5 as Uin)).rejects.toThrow('There is no account 5.')
})
