import type { ReactNode } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { ask } from '../office/ask.ts'
import { useAsked } from '../office/use-asked.ts'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { useSpeech } from '../parts/use-speech.ts'
import { Wait } from '../parts/wait.tsx'
import { useLive } from '../shell/live-status.tsx'
import { Page } from '../shell/page.tsx'
import { Administrators } from './administrators.tsx'
import { OwnPassword } from './own-password.tsx'
import { Tokens } from './tokens.tsx'
import './server.css'

/** What runs here, and who may administer it. */
export function Server(): ReactNode {
  const words = useWords('admin').server
  const speech = useSpeech()
  const asked = useAsked(() => ask('status', {}), '')
  const live = useLive()
  const status = live.status ?? asked.answer
  return (
    <Page title={words.title} {...(status?.version !== undefined && { about: `Seekyou ${status.version}` })} isNarrow>
      <TroubleNote trouble={asked.trouble} knownAt={asked.answer && asked.answeredAt} again={asked.again} />
      {status === undefined ? (
        asked.trouble === undefined && <Wait />
      ) : (
        <section className="panel" aria-labelledby="program">
          <h2 id="program">{words.program}</h2>
          <dl className="server-facts">
            <Fact name={words.version}>{status.version ?? '–'}</Fact>
            <Fact name={words.up}>
              {speech.duration(status.uptimeMs)}, {words.since(speech.dateTime(Date.now() - status.uptimeMs))}
            </Fact>
            <Fact name={words.udp}>
              <code className="mono">{status.udp}</code>
            </Fact>
            <Fact name={words.http}>{status.http === undefined ? words.off : <Place url={status.http} />}</Fact>
            <Fact name={words.adminHttp}>
              {status.adminHttp === undefined ? words.off : <Place url={status.adminHttp} />}
            </Fact>
            <Fact name={words.memory}>
              {words.memoryOf(speech.bytes(status.health.memory.rss), speech.bytes(status.health.memory.heapUsed))}
            </Fact>
            <Fact name={words.delay}>
              {words.delayOf(speech.decimal(status.health.delayMs.p99), speech.decimal(status.health.delayMs.max))}
            </Fact>
            <Fact name={words.store}>{words.storeCalls(status.storeCalls)}</Fact>
          </dl>
        </section>
      )}
      <Administrators />
      <OwnPassword />
      <Tokens />
      <section className="panel" aria-labelledby="api">
        <h2 id="api">{words.api}</h2>
        <p className="small">{words.apiAbout}</p>
        <div className="row">
          <a className="btn" href="/api/openapi.json" target="_blank" rel="noopener noreferrer">
            <Symbol name="i-external" />
            {words.openApi}
          </a>
          <a className="btn btn--plain" href="/metrics" target="_blank" rel="noopener noreferrer">
            {words.metrics}
          </a>
        </div>
      </section>
      {status && <Counters counters={status.counters} />}
    </Page>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const Place = ({ url }: { readonly url: string }): ReactNode =>
  /^https?:\/\//.test(url) ? (
    <a href={url} target="_blank" rel="noopener noreferrer" className="mono">
      {url}
    </a>
  ) : (
    <code className="mono">{url}</code>
  )

/** Everything that was counted, for those who look for something in particular. */
function Counters({ counters }: { readonly counters: Readonly<Record<string, number>> }): ReactNode {
  const words = useWords('admin').server
  const speech = useSpeech()
  return (
    <details className="panel">
      <summary>{words.counters}</summary>
      <dl className="counters">
        {Object.entries(counters).map(([name, value]) => (
          <div key={name}>
            <dt className="mono">{name}</dt>
            <dd>{speech.number(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
