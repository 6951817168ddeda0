import type { ReactNode } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { UinText } from '../../look/uin-text.tsx'
import { useWords } from '../../words/use-words.ts'
import type { Answer } from '../office/ways.ts'
import { Nothing } from '../parts/nothing.tsx'
import { Scrollable } from '../parts/scrollable.tsx'
import { useSpeech } from '../parts/use-speech.ts'

/** What happened last. */
export function Latest({ events }: { readonly events: Answer<'chronicle'>['latest'] }): ReactNode {
  const words = useWords('admin').overview
  const kinds: Readonly<Record<string, string>> = words.kinds
  const speech = useSpeech()
  const keyed = events.map((event, index) => ({ ...event, key: events.length - index }))
  return (
    <>
      <h2 className="section-title">{words.latest}</h2>
      <Scrollable className="table-wrap" label={words.latest}>
        {events.length === 0 ? (
          <Nothing title={words.noEvents} />
        ) : (
          <table className="table table--log">
            <thead className="vh">
              <tr>
                <th scope="col">{words.time}</th>
                <th scope="col">{words.event}</th>
                <th scope="col">{words.kind}</th>
              </tr>
            </thead>
            <tbody>
              {keyed.map(({ key, at, kind, uin, text }) => (
                <tr key={key}>
                  <td className="num muted log__time">
                    <span className="log__cell">
                      <Symbol name={symbols[kind] ?? 'i-info'} className="icon icon--s" />
                      <time dateTime={new Date(at).toISOString()} title={speech.dateTime(at)}>
                        {speech.clock(at)}
                      </time>
                    </span>
                  </td>
                  <td className="wrap">
                    {uin !== undefined && <UinText uin={uin} className="uin log__who" />} <span lang="en">{text}</span>
                  </td>
                  <td className="acts hide-phone">
                    <span className={troubles.has(kind) ? 'tag tag--warn' : 'tag'}>{kinds[kind] ?? kind}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Scrollable>
    </>
  )
}

const symbols: Readonly<Record<string, string>> = {
  signedOn: 'i-person',
  signedOff: 'i-door',
  signOnRefused: 'i-lock',
  registered: 'i-add-person',
  registrationRefused: 'i-ban',
  farNumber: 'i-eye',
  takenUp: 'i-server',
  storeFailed: 'i-disk',
  storeWorks: 'i-disk',
  bug: 'i-warn',
  cspReport: 'i-shield',
  untrustedProxy: 'i-globe',
}

/** What an operator should look at. */
const troubles = new Set([
  'signOnRefused',
  'registrationRefused',
  'farNumber',
  'storeFailed',
  'bug',
  'cspReport',
  'untrustedProxy',
])
