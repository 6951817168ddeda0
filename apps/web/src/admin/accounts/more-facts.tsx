import type { ReactNode } from 'react'
import { useWords } from '../../words/use-words.ts'
import { useSpeech } from '../parts/use-speech.ts'
import type { Account } from './account.ts'

/** What the owner alone tells and changes, and what the server has noticed. */
export function MoreFacts({ account }: { readonly account: Account }): ReactNode {
  const words = useWords('admin').accounts
  const speech = useSpeech()
  const { facts } = words
  const day = (at: number | undefined): string | undefined => (at === undefined ? undefined : speech.dateTime(at))
  const all: readonly (readonly [string, ReactNode])[] = [
    [facts.since, day(account.createdAt)],
    [facts.lastOn, account.isOnline ? words.onNow : day(account.lastOnAt)],
    [facts.waiting, speech.number(account.waiting)],
    [facts.readAs, account.readAs],
    [facts.city, account.city],
    [facts.state, account.state],
    [facts.country, account.country],
    [facts.zip, account.zip],
    [facts.age, account.age],
    [facts.sex, account.sex === 1 ? facts.female : account.sex === 2 ? facts.male : undefined],
    [facts.phone, account.phone],
    [facts.homepage, account.homepage],
    [facts.about, account.about],
  ]
  const known = all.filter(([, value]) => value !== undefined && value !== '' && value !== 0)
  return (
    <details className="more-facts">
      <summary>{words.ownersOwn}</summary>
      <dl className="facts">
        {known.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
