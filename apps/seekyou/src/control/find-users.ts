import type { Answer, Ask } from '@seekyou/office'
import { codePage } from '@seekyou/wire'
import { codePageNames } from '../code-page-names.ts'
import { rowOf } from './account-row.ts'
import type { Registry } from './registry.ts'

const pageSize = 50
/** Numbers have at most so many digits. */
const digitsMax = 10

/** Finds accounts by the beginning of a number, a name or an e-mail address, some at a time. */
export async function findUsers(
  { text = '', only, after = 0, count = pageSize }: Ask<'findUsers'>,
  { store, server, codePage }: Registry,
): Promise<Answer<'findUsers'>> {
  const words = text.trim()
  const beginning = words === '' ? {} : { texts: spellings(words), numbers: numbersFrom(words) }
  if (only === 'online' && server.isStopped) return { rows: [], total: 0 }
  const sought = { ...beginning, only: only === 'online' ? ('linked' as const) : only }
  // One more than is shown tells whether there are more.
  const { accounts, total } = await store.findAccounts(sought, after, count + 1)
  const rows = accounts.slice(0, count).map((account) => rowOf(account, codePage, server))
  return {
    rows,
    total: only === 'online' && words === '' ? server.online : total,
    next: accounts.length > count ? rows.at(-1)?.uin : undefined,
  }
}

/**
 * A text as everybody may have written it who writes in one of the code pages. The store takes capitals and small letters of ASCII
 * for the same; of others it knows nothing.
 */
function spellings(text: string): Uint8Array[] {
  const [first = '', ...rest] = text
  const cases = [text, text.toLowerCase(), text.toUpperCase(), first.toUpperCase() + rest.join('').toLowerCase()]
  const found = new Map<string, Uint8Array>()
  for (const name of codePageNames) {
    const { has, encode } = codePage(name)
    for (const spelling of cases) {
      if (![...spelling].every(has)) continue
      const bytes = encode(spelling)
      found.set(bytes.toHex(), bytes)
    }
  }
  return [...found.values()]
}

/** The numbers that begin with these digits, however they are grouped. */
function numbersFrom(text: string): [low: number, high: number][] {
  const digits = text.replace(/[\s-]/g, '')
  if (!/^[1-9]\d{0,9}$/.test(digits)) return []
  return Array.from({ length: digitsMax - digits.length + 1 }, (_, more) => {
    const low = Number(digits) * 10 ** more
    return [low, low + 10 ** more - 1]
  })
}
