import type { Entry } from '@seekyou/messenger'
import { Symbol } from '../../look/symbol.tsx'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'

/** When it was said, and how far it came. */
export function Meta({ entry }: { readonly entry: Entry }) {
  const talk = useWords('talk')
  const dates = useDates()
  const { at, state, author } = entry
  return (
    <span className="meta">
      {entry.isStored === true ? (
        <span title={talk.stored}>
          <Symbol name="i-history" />
          <span className="vh">{talk.stored}, </span>
        </span>
      ) : null}
      {entry.isToSeveral === true ? (
        <span title={talk.toSeveral}>
          <Symbol name="i-people" />
          <span className="vh">{talk.toSeveral}, </span>
        </span>
      ) : null}
      <time dateTime={new Date(at).toISOString()} title={dates.full(at)}>
        {dates.time(at)}
      </time>
      {author === 'me' && state !== undefined ? (
        <>
          <Symbol name={symbols[state]} className={state === 'accepted' ? 'icon icon--ok' : 'icon'} />
          <span className="vh">, {talk[state]}</span>
        </>
      ) : null}
    </span>
  )
}

const symbols = { waiting: 'i-clock', sending: 'i-clock', accepted: 'i-check', failed: 'i-failed' } as const
