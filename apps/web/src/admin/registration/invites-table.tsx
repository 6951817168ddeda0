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
import { Table } from '../parts/table.tsx'
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
        <Table
          rows={rows.toReversed()}
          keyOf={({ code }) => code}
          columns={[
            { title: words.code, cellClassName: 'mono', cell: ({ code }) => code },
            {
              title: words.madeBy,
              className: 'hide-phone',
              cell: ({ madeBy }) =>
                madeBy === undefined ? <span className="muted">{words.operator}</span> : <UinText uin={madeBy} />,
            },
            { title: words.usesLeft, className: 'num-cell', cell: ({ usesLeft }) => speech.number(usesLeft) },
            {
              title: words.until,
              className: 'hide-phone',
              cellClassName: 'num',
              cell: ({ expiresAt }) => (expiresAt === undefined ? words.spans.never : speech.dateTime(expiresAt)),
            },
            {
              title: words.state,
              cell: (invite) => {
                const state = stateOf(invite, now)
                return <span className={state === 'open' ? 'tag tag--ok' : 'tag'}>{words.states[state]}</span>
              },
            },
            {
              title: words.actions,
              isTitleHidden: true,
              className: 'acts',
              cell: ({ code }) => (
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
              ),
            },
          ]}
        />
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
