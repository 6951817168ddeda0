import type { Text } from '@seekyou/language'
import type { CodePage } from '@seekyou/wire'

/** A text as bytes: lines end with CR LF, characters that the page lacks become `?`, and NULs, which would end it, are left out. */
export const encodeText = (text: string, page: CodePage): Text => page.encode(asSent(text))

/** What somebody wrote. Lines end with LF; what follows a NUL was not meant. */
export function decodeText(bytes: Text, page: CodePage): string {
  const end = bytes.indexOf(0)
  const text = page.decode(end < 0 ? bytes : bytes.subarray(0, end))
  return text.replaceAll(/\r\n?/g, '\n').normalize('NFC')
}

/** The characters as they are encoded, one after another. */
export const asSent = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll('\0', '')
    .replaceAll(/\r\n|\r|\n/g, '\r\n')
