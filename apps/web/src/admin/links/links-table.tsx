import type { ReactNode } from 'react'
import { Status } from '../../look/status.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { UinText } from '../../look/uin-text.tsx'
import { useWords } from '../../words/use-words.ts'
import { ask } from '../office/ask.ts'
import { useAction } from '../office/use-action.ts'
import type { Answer } from '../office/ways.ts'
import { Scrollable } from '../parts/scrollable.tsx'
import { Table } from '../parts/table.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { useSpeech } from '../parts/use-speech.ts'
import { hrefOf } from '../shell/routes.ts'
import { useSay } from '../shell/said.tsx'

export type Link = Answer<'listLinks'>['rows'][number]

interface LinksTableProps {
  readonly rows: readonly Link[]
  readonly watched: number | undefined
  refresh(): void
}

/** Everybody who is signed on, one a row. */
export function LinksTable({ rows, watched, refresh }: LinksTableProps): ReactNode {
  const words = useWords('admin').links
  const speech = useSpeech()
  const say = useSay()
  const { run, trouble } = useAction()
  const now = Date.now()
  const kick = async ({ uin, nick }: Link): Promise<void> => {
    const isDone = await run(async () => {
      await ask('kickUser', { uin })
    })
    if (isDone) say(words.kicked(nick))
    refresh()
  }
  return (
    <>
      <TroubleNote trouble={trouble} />
      <Scrollable className="table-wrap" label={words.title}>
        <Table
          rows={rows}
          keyOf={({ uin }) => uin}
          classNameOf={({ uin }) => (uin === watched ? 'picked' : undefined)}
          columns={[
            {
              title: words.who,
              cell: (link) => (
                <a
                  className="row-link"
                  href={hrefOf('links', link.uin)}
                  aria-current={link.uin === watched ? 'true' : undefined}
                >
                  <Status of={link.status} />
                  <span>
                    {calledBy(link)}
                    <UinText uin={link.uin} className="uin only-phone muted" />
                  </span>
                </a>
              ),
            },
            { title: words.number, className: 'hide-phone', cell: ({ uin }) => <UinText uin={uin} /> },
            { title: words.address, className: 'hide-phone', cellClassName: 'mono', cell: ({ address }) => address },
            {
              title: words.over,
              cell: ({ over }) => <span className={over === 'web' ? 'tag tag--teal' : 'tag'}>{words.roads[over]}</span>,
            },
            {
              title: words.since,
              className: 'hide-phone hide-open',
              cellClassName: 'num',
              cell: ({ since }) => speech.fromNow(since, now),
            },
            {
              title: words.heard,
              className: 'hide-phone hide-open',
              cellClassName: 'num',
              cell: ({ lastHeardAt }) => speech.clock(lastHeardAt),
            },
            {
              title: words.actions,
              isTitleHidden: true,
              className: 'acts',
              cell: (link) => (
                <div>
                  <button
                    type="button"
                    className="icon-btn"
                    aria-label={words.kick(calledBy(link))}
                    title={words.kick(calledBy(link))}
                    onClick={() => kick(link)}
                  >
                    <Symbol name="i-door" />
                  </button>
                </div>
              ),
            },
          ]}
        />
      </Scrollable>
    </>
  )
}

const calledBy = ({ uin, nick }: Link): string => (nick === '' ? String(uin) : nick)
