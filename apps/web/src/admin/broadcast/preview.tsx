import type { ReactNode } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { useSpeech } from '../parts/use-speech.ts'

/** How the message looks to whoever gets it. */
export function Preview({ text, isSystem }: { readonly text: string; readonly isSystem: boolean }): ReactNode {
  const words = useWords('admin').broadcast
  const speech = useSpeech()
  return (
    <figure className="preview">
      <figcaption>{words.preview}</figcaption>
      <div className="preview__box">
        <div className="preview__head">
          <Symbol name={isSystem ? 'i-megaphone' : 'i-mail'} className="icon icon--s" />
          {isSystem ? words.fromSystem : words.fromOne}
          <span className="muted">{speech.time(Date.now())}</span>
        </div>
        <p className={text.trim() === '' ? 'muted' : undefined}>{text.trim() === '' ? words.nothing : text}</p>
      </div>
    </figure>
  )
}
