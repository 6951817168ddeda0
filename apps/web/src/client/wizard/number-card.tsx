import type { Uin } from '@seekyou/language'
import { useState } from 'react'
import { Call } from '../../look/call.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { UinText } from '../../look/uin-text.tsx'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'

/** The card with a number: it prints. */
export function NumberCard({ uin, nick, server, at }: NumberCardProps) {
  const words = useWords('wizard')
  const dates = useDates()
  const [isCopied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(String(uin))
    setCopied(true)
  }
  return (
    <>
      <section className="number" aria-label={words.card}>
        <span className="number__label">{nick === '' ? server : words.on(nick, server)}</span>
        <UinText uin={uin} />
        <Call still />
        <span className="number__foot">{words.since(dates.day(at))}</span>
      </section>
      <div className="row">
        {navigator.clipboard === undefined ? null : (
          <button type="button" className="btn btn--small" onClick={() => void copy()}>
            <Symbol name={isCopied ? 'i-check' : 'i-copy'} />
            <span aria-live="polite">{isCopied ? words.copied : words.copy}</span>
          </button>
        )}
        <button type="button" className="btn btn--small" onClick={() => print()}>
          <Symbol name="i-printer" />
          {words.print}
        </button>
      </div>
    </>
  )
}

interface NumberCardProps {
  readonly uin: Uin
  readonly nick: string
  readonly server: string
  /** When it was given. */
  readonly at: number
}
