import type { ReactNode } from 'react'
import { Menu } from '../../look/menu.tsx'
import type { MenuEntry } from '../../look/menu-items.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { ask } from '../office/ask.ts'
import { useAction } from '../office/use-action.ts'
import { hrefOf } from '../shell/routes.ts'
import { useSay } from '../shell/said.tsx'
import { type Account, stateOf } from './account.ts'
import type { What } from './account-dialog.tsx'

interface RowActionsProps {
  readonly account: Account
  open(what: What, account: Account): void
  refresh(): void
}

/** What can be done about one account: the likeliest as buttons, everything in a menu. */
export function RowActions({ account, open, refresh }: RowActionsProps): ReactNode {
  const words = useWords('admin').accounts
  const say = useSay()
  const { run, trouble } = useAction()
  const { uin, nick, isOnline } = account
  const state = stateOf(account)
  const called = nick === '' ? String(uin) : nick
  const doNow = (name: 'kickUser' | 'unbanUser' | 'restoreUser', sentence: string) => async () => {
    if (
      await run(async () => {
        await ask(name, { uin })
      })
    )
      say(sentence)
    refresh()
  }
  const kick = doNow('kickUser', words.kicked(called))
  const unban = doNow('unbanUser', words.unbanned(called))
  const restore = doNow('restoreUser', words.restored(called))
  const items: readonly MenuEntry[] = [
    { label: words.editShort, symbol: 'i-edit', act: () => open('edit', account) },
    { label: words.resetShort, symbol: 'i-key', act: () => open('reset', account) },
    ...(isOnline
      ? [
          { label: words.watch, symbol: 'i-packets', act: () => location.assign(hrefOf('links', uin)) },
          { label: words.kickShort, symbol: 'i-door', act: kick },
        ]
      : []),
    'line',
    ...(state === 'leaving'
      ? [{ label: words.restore, symbol: 'i-undo', act: restore }]
      : state === 'banned'
        ? [{ label: words.unban, symbol: 'i-undo', act: unban }]
        : [{ label: words.ban, symbol: 'i-ban', isDanger: true, act: () => open('ban', account) }]),
    {
      label: state === 'leaving' ? words.removeNow : words.remove,
      symbol: 'i-trash',
      isDanger: true,
      act: () => open('remove', account),
    },
  ]
  return (
    <div>
      {trouble && (
        <span className="tag tag--bad" role="alert">
          {trouble.complaint === '' ? words.notDone : trouble.complaint}
        </span>
      )}
      {state === 'leaving' && (
        <button type="button" className="btn btn--small hide-phone" onClick={restore}>
          <Symbol name="i-undo" />
          {words.restore}
        </button>
      )}
      {state === 'banned' && (
        <button type="button" className="btn btn--small hide-phone" onClick={unban}>
          {words.unban}
        </button>
      )}
      {state === 'active' && (
        <>
          <IconButton symbol="i-edit" label={words.edit(called)} onClick={() => open('edit', account)} />
          <IconButton symbol="i-key" label={words.reset(called)} onClick={() => open('reset', account)} />
          {isOnline && <IconButton symbol="i-door" label={words.kick(called)} onClick={kick} />}
        </>
      )}
      <Menu label={words.more(called)} items={items}>
        <Symbol name="i-more" />
      </Menu>
    </div>
  )
}

function IconButton({ symbol, label, onClick }: { symbol: string; label: string; onClick(): void }): ReactNode {
  return (
    <button type="button" className="icon-btn hide-phone" aria-label={label} title={label} onClick={onClick}>
      <Symbol name={symbol} />
    </button>
  )
}
