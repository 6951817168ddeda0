import type { AwayStatus, Person } from '@seekyou/messenger'
import { useState } from 'react'
import { useWatched } from '../../look/use-watched.ts'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { hrefOf } from '../route.ts'
import { AwayText } from './away-text.tsx'
import { SightDialog } from './sight-dialog.tsx'

/** Who sees this user, and what they are told. */
export function PrivacyPart() {
  const words = useWords('settings')
  const dates = useDates()
  const people = useWatched(useMessenger().people)
  const [choosing, setChoosing] = useState<'always' | 'never' | undefined>()
  const named = (sight: Person['sight']): string => {
    const names = [...people.values()].filter((person) => person.sight === sight).map(({ name }) => name)
    return names.length === 0 ? words.nobody : names.length > 3 ? words.people(names.length) : dates.list(names)
  }
  const labels = { always: words.seeAlways, never: words.seeNever }
  return (
    <>
      {(['always', 'never'] as const).map((sight) => (
        <div className="set" key={sight}>
          <div>
            {labels[sight]}
            <small>{named(sight)}</small>
          </div>
          <button
            type="button"
            className="btn btn--small"
            aria-label={words.chooseFor(labels[sight])}
            onClick={() => setChoosing(sight)}
          >
            {words.choose}
          </button>
        </div>
      ))}
      <p className="small">
        {words.mustAskIn} <a href={hrefOf({ page: 'profile' })}>{words.yourDetails}</a>.
      </p>
      <fieldset className="away-texts">
        <legend className="label">{words.awayTexts}</legend>
        <p className="small">{words.awayTextsHint}</p>
        {awayStatuses.map((status) => (
          <AwayText key={status} status={status} />
        ))}
      </fieldset>
      {choosing === undefined ? null : (
        <SightDialog sight={choosing} title={labels[choosing]} onClose={() => setChoosing(undefined)} />
      )}
    </>
  )
}

const awayStatuses: readonly AwayStatus[] = ['away', 'notAvailable', 'occupied', 'doNotDisturb']
