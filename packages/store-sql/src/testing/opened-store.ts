// The store in the thread of a test, and all that can be asked of it.
import type { Uin } from '@seekyou/language'
import type { Posted } from '../calls.ts'
import { isTroubleOfTheWorld } from '../failure.ts'
import { packMessages } from '../packed-messages.ts'
import { openDatabase } from '../sqlite/open-database.ts'
import { performer } from '../sqlite/performer.ts'

const limits = { storedMax: 1_000, storedFromOneMax: 1_000 }
/** Who has an account, messages, contacts and a link. */
export const people = Array.from({ length: 60 }, (_, at) => (200_001 + at) as Uin)

/** A commit of nothing. */
export const emptyCommit = { keep: packMessages([]), forget: [], ...limits }
export const message = (id: number, to: Uin) => ({
  id,
  to,
  from: to,
  kind: 1,
  text: new Uint8Array(200).fill(id),
  at: id,
})

/** The store, opened in this thread. */
export async function open(where: string) {
  const options = { folder: where, firstUin: 100_000, waitMs: 0 }
  const opened = await openDatabase(options)
  const perform = performer(opened, options)
  return { call: async (posted: Posted) => perform(posted), database: opened.database }
}

export type Open = Awaited<ReturnType<typeof open>>

/** Gives everybody everything. */
export async function fill({ call }: Open, firstId: number): Promise<void> {
  const text = (uin: number) => new TextEncoder().encode(`Somebody ${uin}`)
  const info = (uin: number) => ({
    nick: text(uin),
    first: text(uin),
    last: text(uin),
    email: text(uin),
    needsAuthorization: uin % 2 > 0,
  })
  await call(['addAccounts', { accounts: people.map((uin) => ({ uin, passwordHash: `$${uin}`, info: info(uin) })) }])
  const keep = people.flatMap((uin, at) => Array.from({ length: 10 }, (_, i) => message(firstId + at * 10 + i, uin)))
  const links = people.map((uin) => ({ uin, visit: 'v'.repeat(300), numbers: 'n'.repeat(400) }))
  await call(['commit', { ...emptyCommit, keep: packMessages(keep), links, at: 1 }])
  for (const uin of people) await call(['rememberContacts', { uin, contacts: people, list: people, allowsAll: false }])
}

/** Asks for everything there is, changes something, and closes; calls may fail as they do on a bad disk, and in no other way. */
export async function useAll({ call }: Open): Promise<void> {
  const empty = new Uint8Array(0)
  const search = { nick: new TextEncoder().encode('some'), first: empty, last: empty, email: empty, most: 40 }
  const calls: Posted[] = [
    ['listAccounts', { after: 0, most: 1_000 }],
    ['formerLinks', { after: 0 }],
    ['searchUsers', search],
    ...people.flatMap((uin): Posted[] => [
      ['findAccount', { uin }],
      ['waitingMessages', { uin, most: 100 }],
      ['rememberContacts', { uin, contacts: people, list: people, allowsAll: true }],
    ]),
    ['commit', { ...emptyCommit, keep: packMessages([message(2 ** 40, people[3] as Uin)]), forget: [1, 2, 3], at: 2 }],
    ['expireMessages', { olderThan: 300, after: -1 }],
    ['findAccounts', { texts: [search.nick], numbers: [[200_001, 200_010]], after: 0, most: 50 }],
    ['contactList', { uin: people[1] as Uin }],
    ['nameContacts', { uin: people[1] as Uin, contacts: [{ uin: people[2] as Uin, name: 'a', group: 'b' }] }],
    ['writeAudit', { by: 'terminal', what: 'banUser', whom: '200001', detail: undefined }],
    ['listAudit', { before: undefined, most: 50 }],
    ['removeAccount', { uin: people[5] as Uin }],
  ]
  for (const posted of calls) await call(posted).catch(expectTrouble)
}

function expectTrouble(error: unknown): void {
  // An account whose row is lost is unknown, and an index that lies may say that a row is there already.
  const isKnown = isTroubleOfTheWorld(error) || /There is no account|constraint failed/.test(String(error))
  if (!isKnown) throw error
}
