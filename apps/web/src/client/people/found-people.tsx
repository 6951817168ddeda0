import type { FoundUser } from '@seekyou/sdk'
import { useState } from 'react'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { AddDialog } from './add-dialog.tsx'
import { FoundRow } from './found-row.tsx'
import type { FindResult } from './use-find.ts'

/** Who was found, and how to get them on the list. */
export function FoundPeople({ result }: { readonly result: Extract<FindResult, { state: 'found' }> }) {
  const words = useWords('people')
  const messenger = useMessenger()
  const known = useWatched(messenger.people)
  const [adding, setAdding] = useState<FoundUser | undefined>()
  const [said, setSaid] = useState('')
  const { people, hasMore } = result
  return (
    <>
      <div role="status">
        <h2 className="section-title">
          {hasMore ? words.moreFound(people.length) : words.found(people.length)}
          {hasMore ? <span className="count">{words.moreHint(people.length)}</span> : null}
        </h2>
      </div>
      <ul className="people">
        {people.map((user) => (
          <FoundRow
            key={user.uin}
            user={user}
            person={known.get(user.uin)}
            isSelf={user.uin === messenger.uin}
            words={result.words}
            onAdd={() => setAdding(user)}
          />
        ))}
      </ul>
      <p className="vh" role="status">
        {said}
      </p>
      {adding === undefined ? null : (
        <AddDialog
          uin={adding.uin}
          name={adding.nick || String(adding.uin)}
          needsAuthorization={adding.needsAuthorization}
          onClose={(outcome) => {
            setAdding(undefined)
            if (outcome !== undefined) setSaid(outcome)
          }}
        />
      )}
    </>
  )
}
