import type { CodePage } from '@seekyou/wire'
import { SendError } from '../errors.ts'
import { kindOf, type NamedContact } from './content.ts'
import { splitText, textMax } from './split-text.ts'
import { type Writable, type Written, writeContacts, writeContent } from './write-content.ts'

/**
 * A content as messages of at most 450 bytes each. A long text becomes several, and so do many contacts; what is too much of a
 * URL's description goes before it as text. Throws `SendError` because `tooLong` when nothing of that helps.
 */
export function splitContent(content: Writable, page: CodePage): readonly Written[] {
  if (content.type === 'message') return splitText(content.text, page).map((text) => ({ kind: kindOf.message, text }))
  if (content.type === 'contacts') return splitContacts(content.contacts, page)
  const whole = writeContent(content, page)
  if (whole.text.length <= textMax) return [whole]
  if (content.type !== 'url') throw new SendError('tooLong')
  const address = writeContent({ ...content, description: '' }, page)
  if (address.text.length > textMax) throw new SendError('tooLong')
  const before = splitText(content.description, page).map((text) => ({ kind: kindOf.message, text }))
  return [...before, address]
}

function splitContacts(contacts: readonly NamedContact[], page: CodePage): Written[] {
  const lists: NamedContact[][] = [[]]
  for (const contact of contacts) {
    const list = lists.at(-1)!
    if (writeContacts([...list, contact], page).length <= textMax) list.push(contact)
    else if (list.length > 0 && writeContacts([contact], page).length <= textMax) lists.push([contact])
    else throw new SendError('tooLong')
  }
  return lists.map((list) => ({ kind: kindOf.contacts, text: writeContacts(list, page) }))
}
