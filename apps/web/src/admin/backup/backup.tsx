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
import { Table } from '../parts/table.tsx'
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
          <Table
            rows={answer.rows}
            keyOf={({ name }) => name}
            columns={[
              { title: words.name, cellClassName: 'mono wrap', cell: ({ name }) => name },
              { title: words.at, className: 'hide-phone', cellClassName: 'num', cell: ({ at }) => speech.dateTime(at) },
              { title: words.size, className: 'num-cell', cell: ({ bytes }) => speech.bytes(bytes) },
              {
                title: words.actions,
                isTitleHidden: true,
                className: 'acts',
                cell: ({ name }) => (
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
                ),
              },
            ]}
          />
        </Scrollable>
      )}
      <p className="small">{words.restore}</p>
    </Page>
  )
}
