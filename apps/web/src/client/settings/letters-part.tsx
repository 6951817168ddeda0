import { codePage } from '@seekyou/wire'
import { useId } from 'react'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { CodePageSelect } from './code-page-select.tsx'

/** The alphabet in which this user writes, with an example of what it does to bytes. */
export function LettersPart() {
  const words = useWords('settings')
  const messenger = useMessenger()
  const { codePage: page } = useWatched(messenger.self)
  const id = useId()
  return (
    <>
      <div className="set">
        <label htmlFor={id}>
          {words.yourLetters}
          <small>{words.yourLettersHint}</small>
        </label>
        {/* biome-ignore lint/correctness/useHookAtTopLevel: no hook, it only begins like one */}
        <CodePageSelect tie={{ id }} value={page} onChange={(name) => messenger.useCodePage(name)} />
      </div>
      <p className="small">
        {words.lettersExample(inHex(example))} <strong>{codePage(page).decode(example)}</strong>
      </p>
    </>
  )
}

/** A greeting in Windows-1251; in other code pages it shows what the wrong one looks like. */
const example = Uint8Array.of(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2)
const inHex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ')
