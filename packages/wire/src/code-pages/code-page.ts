/** The code pages that 1998's clients used; version 2 never says which. */
export const codePageNames = [
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'ibm866',
  'koi8-r',
  'koi8-u',
] as const

/** One of `codePageNames`. */
export type CodePageName = (typeof codePageNames)[number]

/** One code page: bytes of a text ⇄ string. Every byte has a character of its own, so no byte is ever lost on the way. */
export interface CodePage {
  readonly name: CodePageName
  /** One character for each byte. Bytes that the page leaves undefined become C1 controls or U+F700 plus the byte. */
  decode(bytes: Uint8Array): string
  /** Characters that the page lacks become `?`; accented ones may become a letter and a combining accent. */
  encode(text: string): Uint8Array
  /** Whether `encode` keeps this character. */
  has(char: string): boolean
}

/** A code page by name; `windows-1252` unless told. Throws a RangeError for a name that is not in `codePageNames`. */
export function codePage(name: CodePageName = 'windows-1252'): CodePage {
  let page = pages.get(name)
  if (page === undefined) {
    if (!codePageNames.includes(name)) throw new RangeError(`${name} is no code page: see codePageNames`)
    page = derive(name)
    pages.set(name, page)
  }
  return page
}

const pages = new Map<CodePageName, CodePage>()
const privateUse = 0xf700
const questionMark = 0x3f

function derive(name: CodePageName): CodePage {
  const chars = charsOf(name)
  const bytes = new Map(chars.map((char, byte) => [char, byte]))

  function bytesOf(char: string): readonly number[] | undefined {
    const byte = bytes.get(char)
    if (byte !== undefined) return [byte]
    // Vietnamese: windows-1258 has the accents as characters of their own.
    const parts = [...char.normalize('NFD')]
    const accent = bytes.get(parts.pop()!)
    const letter = bytes.get(parts.join('').normalize('NFC'))
    return accent === undefined || letter === undefined ? undefined : [letter, accent]
  }

  return {
    name,
    decode(text) {
      let string = ''
      for (const byte of text) string += chars[byte]
      return string
    },
    encode(text) {
      const encoded: number[] = []
      for (const char of text) encoded.push(...(bytesOf(char) ?? [questionMark]))
      return Uint8Array.from(encoded)
    },
    has: (char) => bytesOf(char) !== undefined,
  }
}

function charsOf(name: CodePageName): readonly string[] {
  const every = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  const decoded = [...new TextDecoder(name).decode(every)]
  return decoded.map((char, byte) => (char === '\ufffd' ? String.fromCharCode(privateUse + byte) : char))
}
