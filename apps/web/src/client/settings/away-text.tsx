import type { AwayStatus } from '@seekyou/messenger'
import { useState } from 'react'
import { Field } from '../../look/field.tsx'
import { Status } from '../../look/status.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { fitOf } from '../people/text-fit.ts'

/** What others are told in one of the away statuses. It is saved when one goes on to something else. */
export function AwayText({ status }: { readonly status: AwayStatus }) {
  const words = useWords('settings')
  const statuses = useWords('statuses')
  const messenger = useMessenger()
  const { awayTexts, codePage } = useWatched(messenger.self)
  const [typed, setTyped] = useState<string | undefined>()
  const text = typed ?? awayTexts[status]
  const isLong = fitOf(text, codePage).bytes > awayMax
  return (
    <Field
      label={
        <span className="label-with-status">
          <Status of={status} silent />
          {statuses[status]}
        </span>
      }
      error={isLong ? words.awayLong(awayMax) : undefined}
    >
      {(tie) => (
        <textarea
          {...tie}
          className="textarea"
          rows={2}
          value={text}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => {
            if (typed === undefined || isLong) return
            messenger.setAwayText(status, typed.trim())
            setTyped(undefined)
          }}
        />
      )}
    </Field>
  )
}

/** As much as a message carries, in bytes. */
const awayMax = 450
