import type { AwayStatus } from '@seekyou/messenger'
import { type ReactNode, useId, useState } from 'react'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'

/** What people are told while one is away: each away status has a text of its own. */
export function AwayTextForm({ status, onKept, children }: AwayTextFormProps) {
  const list = useWords('list')
  const statuses = useWords('statuses')
  const messenger = useMessenger()
  const kept = useWatched(messenger.self).awayTexts[status]
  const [text, setText] = useState(kept)
  const id = useId()
  return (
    <form
      className="picker__text"
      onSubmit={(event) => {
        event.preventDefault()
        messenger.setAwayText(status, text.trim())
        onKept()
      }}
    >
      <label htmlFor={id}>{list.awayText(statuses[status])}</label>
      <textarea
        id={id}
        className="textarea"
        rows={2}
        maxLength={400}
        placeholder={list.awayPlace}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="row row--between">
        {children}
        <button type="submit" className="btn btn--small">
          {list.keepText}
        </button>
      </div>
    </form>
  )
}

interface AwayTextFormProps {
  readonly status: AwayStatus
  readonly onKept: () => void
  /** Beside the button. */
  readonly children: ReactNode
}
