import { lackingIn } from '@seekyou/messenger'
import { type CodePageName, codePage } from '@seekyou/wire'

/** The longest texts that old clients can take, in bytes (docs/protocol/limits.md). */
export const textLimits = {
  nick: 20,
  first: 20,
  last: 20,
  email: 63,
  city: 63,
  state: 5,
  phone: 30,
  homepage: 127,
  about: 449,
} as const

/** How a text would look on the wire. */
export interface Fit {
  readonly bytes: number
  /** Characters that would become “?”, each once. */
  readonly lacking: readonly string[]
}

/** How a text fits into a code page. Line breaks take two bytes. */
export function fitOf(text: string, name: CodePageName): Fit {
  const written = text.normalize('NFC').replace(/\r\n|\r|\n/g, '\r\n')
  return { bytes: codePage(name).encode(written).length, lacking: lackingIn(text, name) }
}

/** What is wrong with a password; undefined: nothing. Version 2 carries one to eight bytes. */
export function passwordTrouble(
  password: string,
  name: CodePageName,
): 'empty' | { readonly bytes: number } | { readonly lacking: readonly string[] } | undefined {
  if (password === '') return 'empty'
  const { bytes, lacking } = fitOf(password, name)
  if (lacking.length > 0) return { lacking }
  return bytes > passwordMax ? { bytes } : undefined
}

const passwordMax = 8
