import type { ReactNode } from 'react'
import { useWords } from '../../words/use-words.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { Scrollable } from '../parts/scrollable.tsx'

/** Lines to be copied as they are. */
export function CodeBox({ text, label }: { readonly text: string; readonly label: string }): ReactNode {
  const words = useWords('admin').parts
  return (
    <div className="codebox">
      <Scrollable className="codeblock" label={label}>
        <pre>{text.trimEnd()}</pre>
      </Scrollable>
      <CopyButton text={text} label={words.copyOf(label)} />
    </div>
  )
}
