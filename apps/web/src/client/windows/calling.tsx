import { useEffect } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger, useSession } from '../contexts.ts'
import { LineBanner } from '../line-banner.tsx'
import { announce, close } from './desk.ts'
import type { ChangeDesk } from './use-desk.ts'

export const callingKey = 'calling'

/** The small dialogue about the line. */
export function Calling({ onClose }: { readonly onClose: () => void }) {
  const words = useWords('windows')
  return (
    <div className="note-98">
      <Symbol name="px-na" className="px39" />
      <div>
        <LineBanner />
        <button type="button" className="btn btn--small note-98__away" onClick={onClose}>
          {words.readOffline}
        </button>
      </div>
    </div>
  )
}

/** Opens the dialogue whenever something new is wrong with the line, and closes it when all is well. */
export function useCalling(change: ChangeDesk): void {
  const line = useWatched(useMessenger().line)
  const session = useWatched(useSession().state)
  const isTaken = session.at === 'in' && session.isTaken
  const trouble = isTaken
    ? 'taken'
    : line.state === 'reconnecting'
      ? 'dropped'
      : 'because' in line
        ? line.because
        : undefined
  useEffect(() => {
    change((desk) => (trouble === undefined ? close(desk, callingKey) : announce(desk, callingKey)))
  }, [trouble, change])
}
