import { type Uin, uin } from '@seekyou/language'
import type { KeptLink } from '@seekyou/service'
import { openStore, type SqlStore } from '@seekyou/store-sql'
import { Crowd } from '../million/crowd.ts'
import { Meter } from '../million/meter.ts'
import { firstUin } from '../subjects.ts'
import type { StartOptions } from './options.ts'

/** In one transaction. */
const batch = 10_000
const unlimited = { storedMax: Number.MAX_SAFE_INTEGER, storedFromOneMax: Number.MAX_SAFE_INTEGER }

const [contacts, signOnMs] = [20, 1]

/** Fills a data folder through the store's own door: accounts that share one hash, messages of 64 bytes for them, and links. */
export async function prepareStart(folder: string, { accounts, messages, links }: StartOptions): Promise<void> {
  const store = await openStore({ folder })
  try {
    for (let from = 0; from < accounts; from += batch) await addAccounts(store, from, Math.min(accounts, from + batch))
    for (let from = 0; from < messages; from += batch)
      await keepMessages(store, from, Math.min(messages, from + batch), accounts)
    await keepLinks(store, links)
  } finally {
    await store.close()
  }
}

const numberOf = (index: number): Uin => uin(firstUin + index)

async function addAccounts(store: SqlStore, from: number, to: number): Promise<void> {
  const rows = Array.from({ length: to - from }, (_, index) => ({
    uin: numberOf(from + index),
    passwordHash: '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4',
  }))
  const refused = (await store.addAccounts(rows)).filter((added) => 'refused' in added)
  if (refused.length > 0) throw new Error(`${refused.length} accounts were refused`)
}

async function keepMessages(store: SqlStore, from: number, to: number, accounts: number): Promise<void> {
  const text = new Uint8Array(64).fill(0x61)
  const keep = Array.from({ length: to - from }, (_, index) => ({
    id: store.nextMessageId + from + index,
    to: numberOf((from + index) % accounts),
    from: numberOf((from + index + 1) % accounts),
    kind: 1,
    text,
    at: Date.now(),
  }))
  const { refused } = await store.commit({ keep, forget: [], ...unlimited })
  if (refused.length > 0) throw new Error(`${refused.length} messages were refused`)
}

/** What a node would keep of people who have signed on and stayed. */
async function keepLinks(store: SqlStore, users: number): Promise<void> {
  const links = new Map<Uin, KeptLink>()
  const crowd = new Crowd({ users, contacts }, (need) => {
    if (need.name !== 'commit') return
    for (const link of need.links ?? []) links.set(link.uin, { ...links.get(link.uin), ...link })
  })
  const meter = new Meter()
  for (const _ of crowd.signOn(users * signOnMs, meter));
  for (const _ of crowd.pass(10_000, meter));
  if (links.size !== users) throw new Error(`${links.size} links instead of ${users}`)
  await store.commit({ keep: [], forget: [], ...unlimited, links: [...links.values()], at: Date.now() })
}
