import type { Entry } from './contract.ts'

/** The words of a text as they are looked for: small letters without accents, ё as е. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** What can be looked for in an entry: everything that people have written in it. */
export function textOf({ content }: Pick<Entry, 'content'>): string {
  switch (content.type) {
    case 'message':
    case 'broadcast':
      return content.text
    case 'url':
      return `${content.url} ${content.description}`.trim()
    case 'contacts':
      return content.contacts.map(({ uin, nick }) => `${nick} ${uin}`).join(' ')
    case 'pager':
    case 'email':
      return `${content.name} ${content.email} ${content.subject} ${content.text}`
    default:
      return ''
  }
}

/** Whether every wanted word begins a word of the entry; `wanted` comes from `wordsOf`. Nothing wanted is found nowhere. */
export function hasWords(entry: Pick<Entry, 'content'>, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return false
  const words = wordsOf(textOf(entry))
  return wanted.every((start) => words.some((word) => word.startsWith(start)))
}

/** The order of entries: below 0 when the first one comes first. */
export function compareEntries(one: Pick<Entry, 'at' | 'id'>, other: Pick<Entry, 'at' | 'id'>): number {
  return one.at - other.at || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
}
