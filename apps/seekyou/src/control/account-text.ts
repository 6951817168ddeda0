import { type CodePageName, codePage } from '@seekyou/wire'
import { misuse } from '../complaint.ts'

/** What an account's owner is taken to write in when nobody says so. */
export const defaultCodePage: CodePageName = 'windows-1252'

/** Nicknames longer than this are cut by clients (docs/protocol/limits.md). */
const nickBytesMax = 20

/** Complains unless a client of that code page can show the nickname. */
export function checkNick(nick: string, page: CodePageName): void {
  const { length } = encoded('nickname', nick, page)
  if (length > nickBytesMax) {
    throw misuse(`The nickname ${nick} has ${length} bytes in ${page}: clients show at most ${nickBytesMax}.`)
  }
}

/** The password as the bytes that a client of that code page sends. */
export function passwordBytes(password: string, page: CodePageName): Uint8Array {
  if (password === '') throw misuse('The password is empty: choose one with at least one character.')
  return encoded('password', password, page)
}

function encoded(what: string, text: string, page: CodePageName): Uint8Array {
  if (/\p{Cc}/u.test(text)) throw misuse(`The ${what} contains a control character: leave it out.`)
  const { encode, has } = codePage(page)
  const missing = [...text].find((char) => !has(char))
  if (missing !== undefined) {
    throw misuse(`The ${what} contains “${missing}”, which ${page} lacks: choose another ${what} or --code-page.`)
  }
  return encode(text)
}
