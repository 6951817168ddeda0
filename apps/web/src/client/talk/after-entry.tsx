import type { Entry } from '@seekyou/messenger'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'

/** Below what did not go through: why, and what can be done. */
export function AfterEntry({ entry }: { readonly entry: Entry }) {
  const talk = useWords('talk')
  const messenger = useMessenger()
  const { id, state, because = 'other' } = entry
  if (state === 'waiting') {
    return (
      <div className="msg__after msg__after--calm">
        <button type="button" className="btn btn--plain btn--small" onClick={() => messenger.discard(id)}>
          {talk.takeBack}
        </button>
      </div>
    )
  }
  if (state !== 'failed') return null
  return (
    <div className="msg__after">
      <span>{because in talk.because ? talk.because[because as keyof typeof talk.because] : talk.because.other}</span>
      <button type="button" className="btn btn--small btn--danger" onClick={() => messenger.retry(id)}>
        <Symbol name="i-retry" />
        {talk.again}
      </button>
      <button type="button" className="btn btn--plain btn--small" onClick={() => messenger.discard(id)}>
        {talk.delete}
      </button>
    </div>
  )
}
