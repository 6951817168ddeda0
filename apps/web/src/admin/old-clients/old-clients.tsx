import { type ReactNode, useState } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { ask } from '../office/ask.ts'
import { useAsked } from '../office/use-asked.ts'
import type { Answer } from '../office/ways.ts'
import { Choice } from '../parts/choice.tsx'
import { saveFile } from '../parts/save-file.ts'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { Wait } from '../parts/wait.tsx'
import { Page } from '../shell/page.tsx'
import { CodeBox } from './code-box.tsx'
import { KnownClients } from './known-clients.tsx'
import './old-clients.css'

/** How to point a client of the time at this server. */
export function OldClients(): ReactNode {
  const words = useWords('admin').oldClients
  const { answer, answeredAt, trouble, again } = useAsked(() => ask('oldClients', {}), '')
  return (
    <Page title={words.title} isWhole>
      <div className="guide">
        <TroubleNote trouble={trouble} knownAt={answer && answeredAt} again={again} />
        {answer === undefined ? trouble === undefined && <Wait /> : <Guide {...answer} />}
      </div>
    </Page>
  )
}

function Guide({ host, address, port, hosts, hostsFiles, registry }: Answer<'oldClients'>): ReactNode {
  const words = useWords('admin').oldClients
  const [system, setSystem] = useState('0')
  const file = hostsFiles[Number(system)]
  return (
    <>
      <div className="idcard">
        <Symbol name="i-plug" className="st" />
        <h2>{host}</h2>
        <p>{words.open(address)}</p>
        <span className="uin">UDP {port}</span>
      </div>
      <div className="guide__cols">
        <ol className="ways-list">
          <li>
            <h3>
              {words.hosts} <span className="tag tag--ok">{words.every}</span>
            </h3>
            <Choice
              legend={words.system}
              value={system}
              options={hostsFiles.map(({ system: label }, index) => ({ value: String(index), label }))}
              onChange={setSystem}
            />
            <p>
              {words.hostsBefore} <code className="mono path">{file?.path}</code> {words.hostsAfter}
            </p>
            <CodeBox text={hosts} label={words.hostsLines} />
            {port !== 4000 && (
              <p className="error">
                <Symbol name="i-warn" />
                {words.port(port)}
              </p>
            )}
            <div className="row">
              <button type="button" className="btn" onClick={() => saveFile('hosts.txt', hosts)}>
                <Symbol name="i-download" />
                hosts.txt
              </button>
            </div>
          </li>
          <li>
            <h3>
              {words.inside} <span className="tag">{words.insideWhich}</span>
            </h3>
            <p>
              {words.insideHow} <code className="mono">{host}</code> {words.insidePort}{' '}
              <code className="mono">{port}</code>.
            </p>
          </li>
          <li>
            <h3>
              {words.registry} <span className="tag">{words.registryWhich}</span>
            </h3>
            <p>{words.registryHow}</p>
            <CodeBox text={registry} label={words.registryText} />
            <div className="row">
              <button type="button" className="btn" onClick={() => saveFile('seekyou.reg', registry)}>
                <Symbol name="i-download" />
                seekyou.reg
              </button>
              <button type="button" className="btn btn--plain" onClick={() => print()}>
                <Symbol name="i-printer" />
                {words.print}
              </button>
            </div>
          </li>
        </ol>
        <div className="guide__side">
          <KnownClients />
          <p className="note">
            <Symbol name="i-lock" />
            <span>{words.noSecrets}</span>
          </p>
        </div>
      </div>
    </>
  )
}
