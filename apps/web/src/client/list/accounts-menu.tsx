import { Menu } from '../../look/menu.tsx'
import type { MenuEntry } from '../../look/menu-items.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useDevice, useMessenger, useSession } from '../contexts.ts'
import { goTo } from '../use-route.ts'

/** The numbers of this device: one goes over to another, or leaves. */
export function AccountsMenu() {
  const list = useWords('list')
  const session = useSession()
  const { uin } = useWatched(useMessenger().self)
  const accounts = useWatched(useDevice().accounts)
  const items: readonly MenuEntry[] = [
    ...accounts.map(
      (account): MenuEntry => ({
        label: account.nick === String(account.uin) ? account.nick : `${account.nick} · ${account.uin}`,
        isChecked: account.uin === uin,
        act: () => {
          if (account.uin !== uin) void session.switchTo(account.uin)
        },
      }),
    ),
    { label: list.otherNumber, symbol: 'i-plus', act: () => goTo({ page: 'signIn' }) },
    'line',
    { label: list.signOut, symbol: 'i-logout', act: () => void session.signOut() },
  ]
  return (
    <Menu className="btn btn--plain btn--small" label={list.account} items={items}>
      <Symbol name="i-people" />
      {list.accounts}
    </Menu>
  )
}
