import { segments } from '@seekyou/messenger'
import { Symbol } from '../../look/symbol.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'

/** A text as somebody said it: addresses can be pressed, and emoticons are drawn unless that is switched off. */
export function Said({ text }: { readonly text: string }) {
  const talk = useWords('talk')
  const { emoticons } = useWatched(useMessenger().settings)
  return segments(text, { emoticons }).map((piece, index) => {
    const key = `${index} ${piece.type}`
    if (piece.type === 'text') return <span key={key}>{piece.text}</span>
    if (piece.type === 'link') {
      return (
        <a key={key} href={piece.href} target="_blank" rel="noopener noreferrer">
          {piece.text}
        </a>
      )
    }
    return (
      <span key={key} className="em-box" role="img" aria-label={talk.emoticon[piece.name]} title={piece.text}>
        <Symbol name={`em-${piece.name}`} className="em" />
      </span>
    )
  })
}
