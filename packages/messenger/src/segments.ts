import { type EmoticonName, emoticonsIn } from './emoticons.ts'

/** A part of a text as it is shown. The texts of all parts, joined, are the whole text. */
export type Segment =
  | { readonly type: 'text'; readonly text: string }
  /** `href` is http or https, nothing else. */
  | { readonly type: 'link'; readonly text: string; readonly href: string }
  | { readonly type: 'emoticon'; readonly text: string; readonly name: EmoticonName }

/** A text in parts: links, emoticons (unless they are not wanted), and what is between them. */
export function segments(
  text: string,
  { emoticons = true }: { readonly emoticons?: boolean } = {},
): readonly Segment[] {
  const parts: Segment[] = []
  const plain = (part: string): void => {
    if (emoticons) parts.push(...emoticonsIn(part))
    else if (part) parts.push({ type: 'text', text: part })
  }
  let end = 0
  for (const match of text.matchAll(address)) {
    const link = withoutPunctuation(match[0])
    const href = hrefOf(link)
    if (href === undefined) continue
    plain(text.slice(end, match.index))
    parts.push({ type: 'link', text: link, href })
    end = match.index + link.length
  }
  plain(text.slice(end))
  return parts
}

/** The address of a link that may be opened; undefined for anything but http and https. */
export function hrefOf(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined
  const { protocol, hostname, href } = new URL(text)
  return (protocol === 'http:' || protocol === 'https:') && hostname !== '' ? href : undefined
}

/** Characters that nobody sees would make an address look like another one. */
const address = /(?<![\p{L}\p{N}])https?:\/\/[^\s<>"\p{C}]+/giu

/** An address at the end of a sentence ends before the full stop, and one in brackets before the bracket. */
function withoutPunctuation(found: string): string {
  let end = found.length
  for (; end > 0; end -= 1) {
    const last = found[end - 1]!
    if (closing[last] && count(found, end, last) <= count(found, end, closing[last])) break
    if (!closing[last] && !/[.,:;!?'’”»…*_]/.test(last)) break
  }
  return found.slice(0, end)
}

const closing: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }

function count(text: string, end: number, char: string): number {
  let times = 0
  for (let at = 0; at < end; at++) if (text[at] === char) times += 1
  return times
}
