import { useEffect } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useMessenger } from '../contexts.ts'
import { RequestCard } from '../people/request-card.tsx'
import '../people/people.css'
import { requestKey } from './use-title.tsx'

/** Somebody asks or tells something: a message window of its own, until it is answered. */
export function RequestNote({ of, onClose }: { readonly of: string; readonly onClose: () => void }) {
  const messenger = useMessenger()
  const request = useWatched(messenger.requests).find(({ id }) => requestKey(id) === of)
  const isGone = request === undefined
  useEffect(() => {
    if (isGone) onClose()
  }, [isGone, onClose])
  if (request === undefined) return null
  return (
    <div className="note-98">
      <Symbol name="px-message" className="px39" />
      <RequestCard
        request={request}
        given={undefined}
        onAnswer={({ id }, answer, reason) => messenger.answerRequest(id, answer, reason)}
      />
    </div>
  )
}
