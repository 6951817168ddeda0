import { useState } from 'react'
import { Symbol } from '../../look/symbol.tsx'

/** Puts a text on the clipboard. Not drawn where there is none: on pages that came neither by HTTPS nor from this machine. */
export function CopyButton({ text, label, done, symbol = 'i-copy' }: CopyButtonProps) {
  const [copied, setCopied] = useState<string | undefined>()
  if (navigator.clipboard === undefined) return null
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(text)
    } catch {
      setCopied(undefined)
    }
  }
  return (
    <button type="button" className="btn btn--small" onClick={() => void copy()}>
      <Symbol name={copied === text ? 'i-check' : symbol} />
      <span aria-live="polite">{copied === text ? done : label}</span>
    </button>
  )
}

interface CopyButtonProps {
  readonly text: string
  readonly label: string
  /** What it says once the text is there. */
  readonly done: string
  readonly symbol?: string
}
