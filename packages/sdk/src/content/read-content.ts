import { isUin, plainKind, type Text } from '@seekyou/language'
import type { CodePage } from '@seekyou/wire'
import { type Content, kindOf, type NamedContact, type Person } from './content.ts'
import { rejoin, splitFields } from './fields.ts'
import { decodeText } from './text.ts'

/** What a message says. Whatever is missing, too much or damaged, there is an answer: nothing is thrown. */
export function readContent(kind: number, text: Text, page: CodePage): Content {
  const read = (bytes: Text): string => decodeText(bytes, page)
  switch (plainKind(kind)) {
    case kindOf.message:
      return { type: 'message', text: read(text) }
    case kindOf.broadcast:
      return { type: 'broadcast', text: read(text) }
    case kindOf.url:
      return readUrl(splitFields(text), read)
    case kindOf.contacts:
      return { type: 'contacts', contacts: readContacts(splitFields(text), read) }
    case kindOf.authorizationRequested:
      return { type: 'authorizationRequested', ...readPerson(splitFields(text), read) }
    case kindOf.authorizationGranted:
      return { type: 'authorizationGranted' }
    case kindOf.authorizationRefused:
      return { type: 'authorizationRefused', reason: read(text) }
    case kindOf.added: {
      const { reason: _, ...person } = readPerson(splitFields(text), read)
      return { type: 'added', ...person }
    }
    case kindOf.pager: {
      const { words, ...writer } = readStranger(splitFields(text), read)
      const [ip, rest] = takeLine(words, 'Sender IP:')
      const [subject, body] = takeLine(rest, 'Subject:')
      return { type: 'pager', ...writer, ip, subject, text: body }
    }
    case kindOf.email: {
      const { words, ...writer } = readStranger(splitFields(text), read)
      const [subject, body] = takeLine(words, 'Subject:')
      return { type: 'email', ...writer, subject, text: body }
    }
    default:
      return { type: 'other' }
  }
}

type Read = (bytes: Text) => string

/** An address has no dividers in it, a description may: in windows-1251 that is the letter ю. */
function readUrl(fields: readonly Text[], read: Read): Content {
  const address = fields.at(-1)!
  const isClosed = address.length === 0 && fields.length > 2
  const last = isClosed ? fields.length - 2 : fields.length - 1
  return { type: 'url', url: read(fields[last]!).trim(), description: read(rejoin(fields.slice(0, last))) }
}

/** nick, first, last, e-mail, 1 or 0, and for a request its reason. The digit, if there is one, tells where the fields are. */
function readPerson(fields: readonly Text[], read: Read): Person & { readonly reason: string } {
  if (fields.length === 1) {
    return { nick: '', first: '', last: '', email: '', needsAuthorization: false, reason: read(fields[0]!) }
  }
  const digit = fields.findIndex((field, index) => index >= 4 && /^[01]$/.test(read(field)))
  const end = digit < 0 ? 4 : digit
  const names = end - 3
  const field = (index: number): string => read(fields[index] ?? new Uint8Array(0))
  return {
    nick: read(rejoin(fields.slice(0, names))),
    first: field(names),
    last: field(names + 1),
    email: field(names + 2),
    needsAuthorization: digit >= 0 && field(digit) === '0',
    reason: read(rejoin(fields.slice(digit < 0 ? 4 : digit + 1))),
  }
}

/** name, two empty fields, e-mail, 3, and lines. */
function readStranger(fields: readonly Text[], read: Read): { name: string; email: string; words: string } {
  const three = fields.findIndex((field, index) => index >= 4 && read(field) === '3')
  if (three < 0) return { name: '', email: '', words: read(rejoin(fields)) }
  return {
    name: read(rejoin(fields.slice(0, three - 3))),
    email: read(fields[three - 1]!),
    words: read(rejoin(fields.slice(three + 1))),
  }
}

function takeLine(words: string, label: string): [value: string, rest: string] {
  if (!words.startsWith(label)) return ['', words]
  const end = words.indexOf('\n')
  const line = end < 0 ? words : words.slice(0, end)
  return [line.slice(label.length).trim(), end < 0 ? '' : words.slice(end + 1)]
}

/** Their number, then UIN and nick of each. Where a nick has dividers in it, the next number that can be a UIN ends it. */
function readContacts(fields: readonly Text[], read: Read): NamedContact[] {
  const words = fields.slice(1)
  const isUinAt = (index: number): boolean => index < words.length && uinIn(read(words[index]!)) !== undefined
  const isPairs = (): boolean => words.every((_, index) => index % 2 === 1 || isUinAt(index))
  if (words.at(-1)?.length === 0 && (words.length % 2 === 1 || !isPairs())) words.pop()
  const isEven = words.length % 2 === 0 && isPairs()
  const contacts: NamedContact[] = []
  for (let at = 0; at < words.length; ) {
    let end = Math.min(at + 2, words.length)
    if (!isEven) while (end < words.length && !isUinAt(end)) end += 1
    const uin = uinIn(read(words[at]!))
    if (uin !== undefined) contacts.push({ uin, nick: read(rejoin(words.slice(at + 1, end))) })
    at = end
  }
  return contacts
}

function uinIn(word: string): NamedContact['uin'] | undefined {
  const number = /^\s*\d{1,10}\s*$/.test(word) ? Number(word) : 0
  return isUin(number) ? number : undefined
}
