import type { ReactNode } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { ask } from '../office/ask.ts'
import { useAsked } from '../office/use-asked.ts'
import type { Answer } from '../office/ways.ts'
import { Scrollable } from '../parts/scrollable.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { useSpeech } from '../parts/use-speech.ts'
import { Wait } from '../parts/wait.tsx'
import { useLive } from '../shell/live-status.tsx'
import { Page } from '../shell/page.tsx'
import { limitGroups } from './known-limits.ts'
import './limits.css'

/** What is limited, how much is allowed, and how often each limit was reached. */
export function Limits(): ReactNode {
  const words = useWords('admin').limits
  const asked = useAsked(() => ask('status', {}), '')
  const status = useLive().status ?? asked.answer
  return (
    <Page title={words.title} about={words.about}>
      <TroubleNote trouble={asked.trouble} knownAt={asked.answer && asked.answeredAt} again={asked.again} />
      {status === undefined ? (
        asked.trouble === undefined && <Wait />
      ) : (
        <>
          <p className="note">
            <Symbol name="i-info" />
            <span>
              {words.how} <code className="mono">--limit NAME=VALUE</code>
            </span>
          </p>
          {limitGroups.map(({ name, limits }) => (
            <Group key={name} name={name} limits={limits} status={status} />
          ))}
        </>
      )}
    </Page>
  )
}

interface GroupProps {
  readonly name: (typeof limitGroups)[number]['name']
  readonly limits: Readonly<Record<string, string>>
  readonly status: Answer<'status'>
}

function Group({ name, limits, status }: GroupProps): ReactNode {
  const words = useWords('admin').limits
  const speech = useSpeech()
  const meanings: Readonly<Record<string, string>> = words.meanings
  return (
    <>
      <h2 className="section-title" id={name}>
        {words.groups[name]}
      </h2>
      <Scrollable className="table-wrap" label={words.groups[name]}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.limit}</th>
              <th scope="col" className="num-cell">
                {words.value}
              </th>
              <th scope="col" className="num-cell">
                {words.hits}
              </th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(limits).map(([limit, counter]) => {
              const value = status.limits[limit]
              const hits = status.counters[counter] ?? 0
              return (
                <tr key={limit}>
                  <td className="wrap limit">
                    <code className="mono">{limit}</code>
                    <small>{meanings[limit]}</small>
                  </td>
                  <td className="num-cell">
                    {value === undefined ? '–' : value >= Number.MAX_SAFE_INTEGER ? words.none : speech.number(value)}
                  </td>
                  <td className="num-cell" title={counter}>
                    {hits === 0 ? (
                      <span className="muted">0</span>
                    ) : (
                      <strong className="hits">{speech.number(hits)}</strong>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </Scrollable>
    </>
  )
}
