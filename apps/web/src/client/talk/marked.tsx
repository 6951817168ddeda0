import { markedParts } from './marked-parts.ts'

/** A text in which the words that were looked for are marked. */
export function Marked({ text, words }: { readonly text: string; readonly words: string }) {
  return markedParts(text, words).map((part) =>
    part.isHit ? <mark key={part.at}>{part.text}</mark> : <span key={part.at}>{part.text}</span>,
  )
}
