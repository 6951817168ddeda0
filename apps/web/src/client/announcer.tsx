import { useEffect, useState } from 'react'
import { useWords } from '../words/use-words.ts'
import { useMessenger } from './contexts.ts'
import { useTextOf } from './talk/use-text-of.ts'

/** Says new messages to whoever listens instead of looking. */
export function Announcer() {
  const messenger = useMessenger()
  const talk = useWords('talk')
  const textOf = useTextOf()
  const [said, setSaid] = useState('')
  useEffect(
    () =>
      messenger.onNotice((notice) => {
        if (notice.what === 'message' && !notice.person.isMuted) {
          setSaid(talk.newMessage(notice.person.name, textOf(notice.entry.content)))
        }
        if (notice.what === 'failed') setSaid(`${talk.failed}: ${textOf(notice.entry.content)}`)
      }),
    [messenger, talk, textOf],
  )
  return (
    <div className="vh" aria-live="polite">
      {said}
    </div>
  )
}
