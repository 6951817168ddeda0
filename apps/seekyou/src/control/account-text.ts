import type { Info } from '@seekyou/language'
import { type CodePageName, codePage } from '@seekyou/wire'
import { misuse } from '../complaint.ts'

/** A text of the short profile, by its name in `Info`. */
export type InfoText = Exclude<keyof Info, 'needsAuthorization'>

/** What people call the texts of the short profile, and how many bytes of them clients show (docs/protocol/limits.md). */
const infoTexts: Readonly<Record<InfoText, { readonly called: string; readonly most: number }>> = {
  nick: { called: 'nickname', most: 20 },
  first: { called: 'first name', most: 20 },
  last: { called: 'last name', most: 20 },
  email: { called: 'e-mail address', most: 63 },
}

/** A text of the short profile as bytes. Complains unless a client of that code page can show it. */
export function infoBytes(name: InfoText, text: string, page: CodePageName): Uint8Array {
  const { called, most } = infoTexts[name]
  const bytes = typedBytes(called, text, page)
  if (bytes.length > most) {
    throw misuse(`The ${called} ${text} has ${bytes.length} bytes in ${page}: clients show at most ${most}.`)
  }
  return bytes
}

/** The password as the bytes that a client of that code page sends. */
export function passwordBytes(password: string, page: CodePageName): Uint8Array {
  if (password === '') throw misuse('The password is empty: choose one with at least one character.')
  return typedBytes('password', password, page)
}

/** A text as bytes. Complains when the code page lacks one of its characters. */
export function bytesIn(called: string, text: string, page: CodePageName): Uint8Array {
  const { encode, has } = codePage(page)
  const missing = [...text].find((char) => !has(char))
  if (missing !== undefined) {
    throw misuse(`The ${called} contains “${missing}”, which ${page} lacks: choose another ${called} or --code-page.`)
  }
  return encode(text)
}

function typedBytes(called: string, text: string, page: CodePageName): Uint8Array {
  if (/\p{Cc}/u.test(text)) throw misuse(`The ${called} contains a control character: leave it out.`)
  return bytesIn(called, text, page)
}
