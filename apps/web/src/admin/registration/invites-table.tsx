import { type ReactNode, useState } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { UinText } from '../../look/uin-text.tsx'
import { useWords } from '../../words/use-words.ts'
import { ask } from '../office/ask.ts'
import type { Answer } from '../office/ways.ts'
import { Confirm } from '../parts/confirm.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { Nothing } from '../parts/nothing.tsx'
import { Scrollable } from '../parts/scrollable.tsx'
import { useSpeech } from '../parts/use-speech.ts'
import { useSay } from '../shell/said.tsx'

type Invite = Answer<'listInvites'>['invites'][number]

interface InvitesTableProps {
  readonly rows: readonly Invite[]
  refresh(): void
}

/** All codes, the newest first. */
export function InvitesTable({ rows, refresh }: InvitesTableProps): ReactNode {
  const words = useWords('admin').registration
  const speech = useSpeech()
  const say = useSay()
  const [removing, setRemoving] = useState<string>()
  const now = Date.now()
  return (
    <Scrollable className="table-wrap" label={words.invites}>
      {rows.length === 0 ? (
        <Nothing title={words.noInvites}>
          <p>{words.noInvitesAdvice}</p>
        </Nothing>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.code}</th>
              <th scope="col" className="hide-phone">
                {words.madeBy}
              </th>
              <th scope="col" className="num-cell">
                {words.usesLeft}
              </th>
              <th scope="col" className="hide-phone">
                {words.until}
              </th>
              <th scope="col">{words.state}</th>
              <th scope="col" className="acts">
                <span className="vh">{words.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.toReversed().map((invite) => {
              const { code, madeBy, usesLeft, expiresAt } = invite
              const state = stateOf(invite, now)
              return (
                <tr key={code}>
                  <td className="mono">{code}</td>
                  <td className="hide-phone">
                    {madeBy === undefined ? <span className="muted">{words.operator}</span> : <UinText uin={madeBy} />}
                  </td>
                  <td className="num-cell">{speech.number(usesLeft)}</td>
                  <td className="hide-phone num">
                    {expiresAt === undefined ? words.spans.never : speech.dateTime(expiresAt)}
                  </td>
                  <td>
                    <span className={state === 'open' ? 'tag tag--ok' : 'tag'}>{words.states[state]}</span>
                  </td>
                  <td className="acts">
                    <div>
                      <CopyButton text={code} label={words.copyCode(code)} />
                      <button
                        type="button"
                        className="icon-btn"
                        aria-label={words.remove(code)}
                        title={words.remove(code)}
                        onClick={() => setRemoving(code)}
                      >
                        <Symbol name="i-trash" />
                      </button>
                    </div>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {removing !== undefined && (
        <Confirm
          title={words.removeTitle(removing)}
          doIt={words.removeDo}
          isDanger
          act={async () => {
            await ask('removeInvite', { code: removing })
          }}
          onDone={() => {
            say(words.removed(removing))
            setRemoving(undefined)
            refresh()
          }}
          onCancel={() => setRemoving(undefined)}
        >
          <p>{words.removeAbout}</p>
        </Confirm>
      )}
    </Scrollable>
  )
}

function stateOf({ usesLeft, expiresAt }: Invite, now: number): 'open' | 'usedUp' | 'ended' {
  if (usesLeft === 0) return 'usedUp'
  return expiresAt !== undefined && expiresAt <= now ? 'ended' : 'open'
}
