import type { ReactNode } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { useSay } from '../shell/said.tsx'

interface CopyButtonProps {
  readonly text: string
  /** What is copied, for its name: "Copy the hosts lines". */
  readonly label: string
  /** With its word beside the symbol. */
  readonly isWide?: boolean
}

/** Copies a text and says so. */
export function CopyButton({ text, label, isWide = false }: CopyButtonProps): ReactNode {
  const words = useWords('admin').parts
  const say = useSay()
  return (
    <button
      type="button"
      className={isWide ? 'btn' : 'icon-btn'}
      aria-label={label}
      title={label}
      onClick={async () => say((await copy(text)) ? words.copied : words.notCopied)}
    >
      <Symbol name="i-copy" />
      {isWide && words.copy}
    </button>
  )
}

/** Pages that came without TLS have no clipboard of their own; an old command of browsers does it there. */
async function copy(text: string): Promise<boolean> {
  if (navigator.clipboard !== undefined) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
  }
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'vh'
  // Inside an open dialog nothing outside of it can be selected.
  const parent = document.querySelector('dialog[open]') ?? document.body
  const before = document.activeElement
  parent.append(field)
  field.select()
  const isDone = document.execCommand('copy')
  field.remove()
  if (before instanceof HTMLElement) before.focus()
  return isDone
}
