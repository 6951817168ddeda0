import type { ReactNode } from 'react'
import { Status } from '../../look/status.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { UinText } from '../../look/uin-text.tsx'
import { useWords } from '../../words/use-words.ts'
import { ask } from '../office/ask.ts'
import { useAction } from '../office/use-action.ts'
import type { Answer } from '../office/ways.ts'
import { Scrollable } from '../parts/scrollable.tsx'
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
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.who}</th>
              <th scope="col" className="hide-phone">
                {words.number}
              </th>
              <th scope="col" className="hide-phone">
                {words.address}
              </th>
              <th scope="col">{words.over}</th>
              <th scope="col" className="hide-phone hide-open">
                {words.since}
              </th>
              <th scope="col" className="hide-phone hide-open">
                {words.heard}
              </th>
              <th scope="col" className="acts">
                <span className="vh">{words.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((link) => {
              const { uin, nick, address, over, since, status, lastHeardAt } = link
              const called = nick === '' ? String(uin) : nick
              return (
                <tr key={uin} className={uin === watched ? 'picked' : undefined}>
                  <td>
                    <a
                      className="row-link"
                      href={hrefOf('links', uin)}
                      aria-current={uin === watched ? 'true' : undefined}
                    >
                      <Status of={status} />
                      <span>
                        {called}
                        <UinText uin={uin} className="uin only-phone muted" />
                      </span>
                    </a>
                  </td>
                  <td className="hide-phone">
                    <UinText uin={uin} />
                  </td>
                  <td className="mono hide-phone">{address}</td>
                  <td>
                    <span className={over === 'web' ? 'tag tag--teal' : 'tag'}>{words.roads[over]}</span>
                  </td>
                  <td className="hide-phone hide-open num">{speech.fromNow(since, now)}</td>
                  <td className="hide-phone hide-open num">{speech.clock(lastHeardAt)}</td>
                  <td className="acts">
                    <div>
                      <button
                        type="button"
                        className="icon-btn"
                        aria-label={words.kick(called)}
                        title={words.kick(called)}
                        onClick={() => kick(link)}
                      >
                        <Symbol name="i-door" />
                      </button>
                    </div>
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
