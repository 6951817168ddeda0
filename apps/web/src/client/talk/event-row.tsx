import type { Entry, Person } from '@seekyou/messenger'
import { Status } from '../../look/status.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'
import { hrefOf } from '../route.ts'

/** Something that happened: they came or went, or their program answered for them. */
export function EventRow({ entry, person, isWanted }: EventRowProps) {
  return (
    <li className={isWanted ? 'event msg--wanted' : 'event'} data-entry={entry.id}>
      <Event entry={entry} name={person.name} />
    </li>
  )
}

function Event({ entry: { content, at }, name }: { readonly entry: Entry; readonly name: string }) {
  const talk = useWords('talk')
  const statuses = useWords('statuses')
  const dates = useDates()
  switch (content.type) {
    case 'status':
      return (
        <>
          <Status of={content.status} silent />
          <span>{talk.came(name, statuses[content.status ?? 'offline'], dates.time(at))}</span>
        </>
      )
    case 'authorizationRequested':
    case 'authorizationGranted':
    case 'authorizationRefused':
    case 'added':
      return (
        <>
          <Symbol name="i-key" className="icon icon--s" />
          <span>
            {talk[content.type](name)} {'reason' in content && content.reason !== '' ? `«${content.reason}»` : null}
          </span>
          {content.type === 'authorizationRequested' ? (
            <a href={hrefOf({ page: 'requests' })}>{talk.answerRequest}</a>
          ) : null}
        </>
      )
    default:
      return <span>{talk.other}</span>
  }
}

interface EventRowProps {
  readonly entry: Entry
  readonly person: Person
  readonly isWanted: boolean
}
