import type { ReactNode } from 'react'
import { Status } from '../../look/status.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { UinText } from '../../look/uin-text.tsx'
import { useWords } from '../../words/use-words.ts'
import { Scrollable } from '../parts/scrollable.tsx'
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
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.nick}</th>
            <th scope="col" className="hide-phone">
              {words.number}
            </th>
            <th scope="col" className="hide-phone">
              {words.lastOn}
            </th>
            <th scope="col" className="hide-phone">
              {words.since}
            </th>
            <th scope="col" className="hide-phone num-cell">
              {words.waiting}
            </th>
            <th scope="col">{words.state}</th>
            <th scope="col" className="acts">
              <span className="vh">{words.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((account) => {
            const { uin, nick, isOnline, lastOnAt, createdAt, waiting } = account
            return (
              <tr key={uin} className={stateOf(account) === 'leaving' ? 'leaving' : undefined}>
                <td>
                  <button
                    type="button"
                    className="row-link"
                    title={words.edit(nick)}
                    onClick={() => open('edit', account)}
                  >
                    <Status of={isOnline ? 'online' : undefined} />
                    <span>
                      {nick === '' ? words.noNick : nick}
                      <UinText uin={uin} className="uin only-phone muted" />
                    </span>
                  </button>
                </td>
                <td className="hide-phone">
                  <UinText uin={uin} />
                </td>
                <td className="hide-phone num">
                  {isOnline ? words.onNow : lastOnAt === undefined ? '–' : speech.fromNow(lastOnAt, now)}
                </td>
                <td className="hide-phone num">{createdAt === undefined ? '–' : speech.date(createdAt)}</td>
                <td className="hide-phone num-cell">
                  {waiting === 0 ? <span className="muted">0</span> : speech.number(waiting)}
                </td>
                <td>
                  <StateTag account={account} now={now} />
                </td>
                <td className="acts">
                  <RowActions account={account} open={open} refresh={refresh} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
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
