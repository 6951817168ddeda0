import type { Text } from '@seekyou/language'
import type { CodePage } from '@seekyou/wire'
import { type Content, kindOf, type NamedContact, type Person } from './content.ts'
import { encodeField, joinFields } from './fields.ts'
import { encodeText } from './text.ts'

/** A content that can be written. */
export type Writable = Exclude<Content, { type: 'other' }>

/** A message as it goes over the wire: ICQ's message type, and its text. */
export interface Written {
  readonly kind: number
  readonly text: Text
}

/** A content as one message, of whatever length (docs/protocol/messages.md). */
export function writeContent(content: Writable, page: CodePage): Written {
  return { kind: kindOf[content.type], text: textOf(content, page) }
}

/** Contacts as the text of a message. */
export function writeContacts(contacts: readonly NamedContact[], page: CodePage): Text {
  const each = contacts.flatMap(({ uin, nick }) => [`${uin}`, nick])
  return fieldsOf([`${contacts.length}`, ...each, ''], page)
}

function textOf(content: Writable, page: CodePage): Text {
  switch (content.type) {
    case 'message':
    case 'broadcast':
      return encodeText(content.text, page)
    case 'url':
      return fieldsOf([content.description, plainAddress(content.url)], page)
    case 'contacts':
      return writeContacts(content.contacts, page)
    case 'authorizationRequested':
      return fieldsOf([...person(content), content.reason], page)
    case 'authorizationRefused':
      return encodeText(content.reason, page)
    case 'authorizationGranted':
      return new Uint8Array(0)
    case 'added':
      return fieldsOf(person(content), page)
    case 'pager': {
      const lines = `Sender IP: ${content.ip}\nSubject: ${content.subject}\n${content.text}`
      return fieldsOf([content.name, '', '', content.email, '3', lines], page)
    }
    case 'email':
      return fieldsOf([content.name, '', '', content.email, '3', `Subject: ${content.subject}\n${content.text}`], page)
  }
}

const fieldsOf = (fields: readonly string[], page: CodePage): Text =>
  joinFields(fields.map((field) => encodeField(field, page)))

const person = ({ nick, first, last, email, needsAuthorization }: Person): string[] => [
  nick,
  first,
  last,
  email,
  needsAuthorization ? '0' : '1',
]

/** An address that everybody can read: letters beyond ASCII are written as browsers write them for the network. */
const plainAddress = (url: string): string =>
  /^[\x20-\x7e]*$/.test(url) || !URL.canParse(url) ? url : new URL(url).href
