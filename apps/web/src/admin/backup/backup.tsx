import type { ReactNode } from 'react'
import { useState } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { ask } from '../office/ask.ts'
import { useAction } from '../office/use-action.ts'
import { useAsked } from '../office/use-asked.ts'
import type { Answer } from '../office/ways.ts'
import { Nothing } from '../parts/nothing.tsx'
import { Scrollable } from '../parts/scrollable.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { useSpeech } from '../parts/use-speech.ts'
import { Wait } from '../parts/wait.tsx'
import { Page } from '../shell/page.tsx'

/** Copies of everything. */
export function Backup(): ReactNode {
  const words = useWords('admin').backup
  const speech = useSpeech()
  const { answer, answeredAt, trouble, again } = useAsked(() => ask('listBackups', {}), '')
  const action = useAction()
  const [made, setMade] = useState<Answer<'backup'>>()
  const backUp = async (): Promise<void> => {
    await action.run(async () => setMade(await ask('backup', {})))
    again()
  }
  const now = Date.now()
  return (
    <Page
      title={words.title}
      about={
        answer === undefined || answer.rows.length === 0 ? words.about : words.last(speech.ago(answer.rows[0]!.at, now))
      }
      isNarrow
    >
      <section className="panel">
        <p>{words.how}</p>
        <TroubleNote trouble={action.trouble} />
        <div className="row">
          <button type="button" className="btn btn--go" disabled={action.isBusy} onClick={backUp}>
            <Symbol name="i-disk" />
            {action.isBusy ? words.working : words.now}
          </button>
        </div>
        <div role="status">
          {made && (
            <p className="note">
              <Symbol name="i-check" />
              <span>
                {words.written} <strong className="mono">{made.name}</strong>
                {`, ${speech.bytes(made.bytes)}, ${speech.decimal(made.ms / 1_000)} ${words.seconds}`}
              </span>
            </p>
          )}
        </div>
      </section>
      <TroubleNote trouble={trouble} knownAt={answer && answeredAt} again={again} />
      {answer === undefined ? (
        trouble === undefined && <Wait />
      ) : answer.rows.length === 0 ? (
        <div className="panel">
          <Nothing title={words.none}>
            <p>{words.noneAdvice}</p>
          </Nothing>
        </div>
      ) : (
        <Scrollable className="table-wrap" label={words.list}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col" className="hide-phone">
                  {words.at}
                </th>
                <th scope="col" className="num-cell">
                  {words.size}
                </th>
                <th scope="col" className="acts">
                  <span className="vh">{words.actions}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {answer.rows.map(({ name, at, bytes }) => (
                <tr key={name}>
                  <td className="mono wrap">{name}</td>
                  <td className="hide-phone num">{speech.dateTime(at)}</td>
                  <td className="num-cell">{speech.bytes(bytes)}</td>
                  <td className="acts">
                    <div>
                      <a
                        className="icon-btn"
                        href={`/api/backups/${encodeURIComponent(name)}`}
                        download={name}
                        aria-label={words.download(name)}
                        title={words.download(name)}
                      >
                        <Symbol name="i-download" />
                      </a>
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrollable>
      )}
      <p className="small">{words.restore}</p>
    </Page>
  )
}
