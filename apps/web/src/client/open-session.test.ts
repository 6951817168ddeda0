import { type Uin, uin } from '@seekyou/language'
import { type Line, type Messenger, type MessengerOptions, watched } from '@seekyou/messenger'
import { expect, test } from 'vitest'
import type { Account, Claim, Device } from '../device/contract.ts'
import { openSession } from './open-session.ts'

const ann = uin(1001)
const bob = uin(1002)

test('nobody has ever been here: the door', async () => {
  const { session } = await desk()
  expect(session.state.get()).toEqual({ at: 'door' })
})

test('whose password is kept is in at once, the one used last first', async () => {
  const { session, begun } = await desk({ kept: { [ann]: 'ann', [bob]: 'bob' } })
  expect(session.state.get()).toMatchObject({ at: 'in', account: { uin: bob } })
  expect(begun.map(({ password }) => password)).toEqual(['bob'])
})

test('a tab keeps its account, and whoever signed out stays at the door', async () => {
  const first = await desk({ kept: { [ann]: 'ann', [bob]: 'bob' }, tab: ann })
  expect(first.session.state.get()).toMatchObject({ account: { uin: ann } })
  await first.session.signOut()
  expect(first.ended).toEqual([ann])
  const again = await desk({ kept: { [ann]: 'ann' }, tab: first.tab() })
  expect(again.session.state.get()).toEqual({ at: 'door' })
})

test('signing in resolves when the server has let the user in, and remembers them', async () => {
  const { session, lines, passwords } = await desk()
  const signingIn = session.signIn({ uin: ann, password: 'secret', isRemembered: true })
  await until(() => lines.length === 1)
  expect(session.state.get().at).toBe('door')
  lines[0]!.set({ state: 'online' })
  expect(await signingIn).toBeUndefined()
  expect(session.state.get()).toMatchObject({ at: 'in', account: { uin: ann } })
  expect(passwords.get(ann)).toBe('secret')
})

test('a wrong password is told, and who was in stays in', async () => {
  const { session, lines, ended } = await desk({ kept: { [bob]: 'bob' } })
  const signingIn = session.signIn({ uin: ann, password: 'wrong', isRemembered: true })
  await until(() => lines.length === 2)
  lines[1]!.set({ state: 'offline', because: 'password' })
  expect(await signingIn).toBe('password')
  expect(session.state.get()).toMatchObject({ at: 'in', account: { uin: bob } })
  expect(session.isPassword('bob')).toBe(true)
  expect(ended).toEqual([ann])
})

test('the same number can sign in again with another password', async () => {
  const { session, lines, begun } = await desk({ kept: { [ann]: 'old' } })
  lines[0]!.set({ state: 'offline', because: 'password' })
  const signingIn = session.signIn({ uin: ann, password: 'new', isRemembered: false })
  await until(() => lines.length === 2)
  lines[1]!.set({ state: 'online' })
  expect(await signingIn).toBeUndefined()
  expect(session.state.get()).toMatchObject({ at: 'in', isTaken: false })
  expect(begun.map(({ password }) => password)).toEqual(['old', 'new'])
})

test('an account that another tab has waits until it is taken over', async () => {
  const { session, begun, locks } = await desk({ kept: { [ann]: 'ann' }, taken: [ann] })
  expect(session.state.get()).toMatchObject({ at: 'otherTab', account: { uin: ann } })
  expect(begun).toEqual([])
  await session.takeOver()
  expect(session.state.get()).toMatchObject({ at: 'in', isTaken: false })
  locks.get(ann)!.set(false)
  expect(session.state.get()).toMatchObject({ at: 'in', isTaken: true })
  await session.takeOver()
  expect(session.state.get()).toMatchObject({ at: 'in', isTaken: false })
  expect(begun).toHaveLength(2)
})

test('going over to an account without a kept password asks for it', async () => {
  const { session, ended } = await desk({ kept: { [ann]: 'ann', [bob]: undefined }, tab: ann })
  await session.switchTo(bob)
  expect(session.state.get()).toEqual({ at: 'door', uin: bob })
  expect(ended).toEqual([ann])
})

test('off line and on line again is the same account with a new messenger', async () => {
  const { session, begun } = await desk({ kept: { [ann]: 'ann' } })
  await session.goOffline()
  expect(session.state.get()).toMatchObject({ at: 'in', messenger: { uin: ann } })
  await session.goOnline('away')
  expect(begun.map(({ status }) => status)).toEqual([undefined, 'away'])
})

test('when the engine cannot be fetched, one can try again at the door', async () => {
  const { session, locks } = await desk({ kept: { [ann]: 'ann' }, hasEngine: false })
  expect(session.state.get()).toEqual({ at: 'door', uin: ann })
  expect(locks.get(ann)!.get()).toBe(false)
})

test('the nick is kept when it becomes known', async () => {
  const { session, selves, device } = await desk({ kept: { [ann]: 'ann' } })
  selves[0]!.set({ nick: 'Ann' })
  expect(device.accounts?.get()).toMatchObject([{ uin: ann, nick: 'Ann', isRemembered: true }])
  expect(session.state.get().at).toBe('in')
})

test('a changed password is kept where one was', async () => {
  const { session, passwords } = await desk({ kept: { [ann]: 'old' } })
  await session.changePassword('new')
  expect(passwords.get(ann)).toBe('new')
  expect(session.isPassword('new')).toBe(true)
})

interface Desk {
  readonly kept?: Readonly<Record<number, string | undefined>>
  readonly taken?: readonly Uin[]
  readonly tab?: Uin | 'door' | undefined
  readonly hasEngine?: boolean
}

/** A session with a pretended device, and messengers that do what their line says. */
async function desk({ kept = {}, taken = [], tab, hasEngine = true }: Desk = {}) {
  const passwords = new Map(Object.entries(kept).map(([number, password]) => [uin(Number(number)), password]))
  const accounts = watched<readonly Account[]>(
    [...passwords].map(([number, password]) => accountOf(number, password !== undefined)),
  )
  const locks = new Map<Uin, ReturnType<typeof watched<boolean>>>()
  const lines: ReturnType<typeof watched<Line>>[] = []
  const selves: ReturnType<typeof watched<{ nick: string }>>[] = []
  const begun: MessengerOptions[] = []
  const ended: Uin[] = []
  let keptTab = tab

  const claim = (number: Uin): Claim => {
    const isOurs = watched(!taken.includes(number))
    locks.set(number, isOurs)
    return {
      isOurs,
      known: Promise.resolve(isOurs.get()),
      take: () => isOurs.set(true),
      release: () => isOurs.set(false),
    }
  }
  const device: Partial<Device> = {
    accounts,
    claim,
    passwordOf: async (number) => passwords.get(number),
    remember: async ({ uin: number, nick }, password) => {
      passwords.set(number, password)
      const others = accounts.get().filter((account) => account.uin !== number)
      accounts.set([...others, { ...accountOf(number, password !== undefined), nick }])
    },
    history: () => ({}) as never,
    notebook: () => ({}) as never,
    accompany: () => () => {},
  }
  const openMessenger = (options: MessengerOptions): Messenger => {
    const line = watched<Line>({ state: 'signingOn', attempt: 1 })
    lines.push(line)
    begun.push(options)
    const self = watched({ nick: `nick of ${options.uin}` })
    selves.push(self)
    const messenger: Partial<Messenger> = {
      uin: options.uin,
      line,
      self: self as never,
      signOff: async () => void ended.push(options.uin),
      changePassword: async () => {},
    }
    return messenger as Messenger
  }
  const session = await openSession({
    device: device as Device,
    async fetchEngine() {
      if (!hasEngine) throw new Error('not fetched')
      return { openMessenger, world: {} as never }
    },
    server: 'wss://icq.example.org/datagrams',
    codePage: 'windows-1252',
    tab: {
      read: () => keptTab,
      write(now) {
        keptTab = now
      },
    },
  })
  return { session, device, lines, selves, begun, ended, locks, passwords, tab: () => keptTab }
}

const accountOf = (number: Uin, isRemembered: boolean): Account => ({
  uin: number,
  nick: `nick of ${number}`,
  codePage: 'windows-1252',
  isRemembered,
  usedAt: number,
})

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await Promise.resolve()
}
