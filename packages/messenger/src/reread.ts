import { type CodePageName, codePage } from '@seekyou/wire'
import type { EntryContent } from './contract.ts'

/** A text that was read in one code page, as it reads in another: every byte has a character of its own in each, so that none is lost. */
export function reread(text: string, from: CodePageName, to: CodePageName): string {
  if (from === to || isAscii(text)) return text
  return codePage(to).decode(codePage(from).encode(text)).normalize('NFC')
}

/** The same for everything that people write. */
export function rereadContent(content: EntryContent, from: CodePageName, to: CodePageName): EntryContent {
  if (from === to) return content
  const read = (text: string): string => reread(text, from, to)
  switch (content.type) {
    case 'message':
    case 'broadcast':
      return { ...content, text: read(content.text) }
    case 'url':
      return { ...content, description: read(content.description) }
    case 'contacts':
      return { ...content, contacts: content.contacts.map(({ uin, nick }) => ({ uin, nick: read(nick) })) }
    case 'pager':
    case 'email':
      return { ...content, name: read(content.name), subject: read(content.subject), text: read(content.text) }
    default:
      return content
  }
}

/** Every code page has the same characters for it. */
const isAscii = (text: string): boolean => /^[\p{ASCII}]*$/u.test(text)
