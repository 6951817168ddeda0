import type { ReactNode } from 'react'
import { Status } from '../../look/status.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { UinText } from '../../look/uin-text.tsx'
import { useWords } from '../../words/use-words.ts'
import { Scrollable } from '../parts/scrollable.tsx'
import { Table } from '../parts/table.tsx'
import { useSpeech } from '../parts/use-speech.ts'
import { useLive } from '../shell/live-status.tsx'
import { type Account, stateOf } from './account.ts'
import type { What } from './account-dialog.tsx'
import { RowActions } from './row-actions.tsx'

interface AccountsTableProps {
  readonly rows: readonly Account[]
  open(what: What, account: Account): void
  /** Something was done at once, without a dialog. */
  refresh(): void
}

/** Some accounts, one a row. */
export function AccountsTable({ rows, open, refresh }: AccountsTableProps): ReactNode {
  const words = useWords('admin').accounts
  const speech = useSpeech()
  const now = useLive().at || Date.now()
  return (
    <Scrollable className="table-wrap" label={words.title}>
      <Table
        rows={rows}
        keyOf={({ uin }) => uin}
        classNameOf={(account) => (stateOf(account) === 'leaving' ? 'leaving' : undefined)}
        columns={[
          {
            title: words.nick,
            cell: (account) => (
              <button
                type="button"
                className="row-link"
                title={words.edit(account.nick)}
                onClick={() => open('edit', account)}
              >
                <Status of={account.isOnline ? 'online' : undefined} />
                <span>
                  {account.nick === '' ? words.noNick : account.nick}
                  <UinText uin={account.uin} className="uin only-phone muted" />
                </span>
              </button>
            ),
          },
          { title: words.number, className: 'hide-phone', cell: ({ uin }) => <UinText uin={uin} /> },
          {
            title: words.lastOn,
            className: 'hide-phone',
            cellClassName: 'num',
            cell: ({ isOnline, lastOnAt }) =>
              isOnline ? words.onNow : lastOnAt === undefined ? '–' : speech.fromNow(lastOnAt, now),
          },
          {
            title: words.since,
            className: 'hide-phone',
            cellClassName: 'num',
            cell: ({ createdAt }) => (createdAt === undefined ? '–' : speech.date(createdAt)),
          },
          {
            title: words.waiting,
            className: 'hide-phone num-cell',
            cell: ({ waiting }) => (waiting === 0 ? <span className="muted">0</span> : speech.number(waiting)),
          },
          { title: words.state, cell: (account) => <StateTag account={account} now={now} /> },
          {
            title: words.actions,
            isTitleHidden: true,
            className: 'acts',
            cell: (account) => <RowActions account={account} open={open} refresh={refresh} />,
          },
        ]}
      />
    </Scrollable>
  )
}

function StateTag({ account, now }: { readonly account: Account; readonly now: number }): ReactNode {
  const words = useWords('admin').accounts
  const speech = useSpeech()
  const state = stateOf(account)
  if (state === 'leaving')
    return (
      <span className="tag tag--warn">
        <Symbol name="i-clock" className="icon icon--tag" />
        {words.leaves(speech.fromNow(account.leavesAt!, now))}
      </span>
    )
  if (state === 'banned')
    return (
      <span className="tag tag--bad" title={account.ban!.reason}>
        <Symbol name="i-ban" className="icon icon--tag" />
        {words.banned}
      </span>
    )
  return <span className="tag tag--ok">{words.active}</span>
}
