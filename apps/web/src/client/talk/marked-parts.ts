/** A part of a text in which words were looked for. */
export interface MarkedPart {
  /** Where it begins. */
  readonly at: number
  readonly text: string
  readonly isHit: boolean
}

/** A text in parts: beginnings of words that were looked for, and what is between. A long text begins shortly before the first. */
export function markedParts(text: string, words: string): readonly MarkedPart[] {
  const wanted = words.trim().split(/\s+/).filter(Boolean).map(escaped)
  if (wanted.length === 0) return [{ at: 0, text, isHit: false }]
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${wanted.join('|')})`, 'giu')
  const first = text.search(pattern)
  const shown = first > most ? `…${text.slice(first - lead)}` : text
  const parts: MarkedPart[] = []
  let at = 0
  for (const { index, 0: hit } of shown.matchAll(pattern)) {
    if (index > at) parts.push({ at, text: shown.slice(at, index), isHit: false })
    parts.push({ at: index, text: hit, isHit: true })
    at = index + hit.length
  }
  if (at < shown.length) parts.push({ at, text: shown.slice(at), isHit: false })
  return parts
}

/** Characters before the first hit: at most, and how many are left of more. */
const most = 60
const lead = 40

const escaped = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
