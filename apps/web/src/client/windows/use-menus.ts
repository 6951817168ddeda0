import type { Settings } from '@seekyou/messenger'
import type { MenuEntry } from '../../look/menu-items.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useDevice, useMessenger, useSession } from '../contexts.ts'
import { statusPickerId } from '../list/status-picker.tsx'
import type { Route } from '../route.ts'
import { goTo } from '../use-route.ts'

/** Everything that can be chosen in the menus of the desktop, by where it stands. */
export function useMenus(): Readonly<Record<'me' | 'list' | 'view' | 'help' | 'start', readonly MenuEntry[]>> {
  const common = useWords('common')
  const list = useWords('list')
  const words = useWords('windows')
  const device = useDevice()
  const messenger = useMessenger()
  const session = useSession()
  const taste = useWatched(device.taste)
  const { hideOffline } = useWatched(messenger.settings)
  const change = (changes: Partial<Pick<Settings, 'theme' | 'nightShift' | 'largeFonts'>>) => () => {
    device.changeTaste(changes)
    messenger.changeSettings(changes)
  }
  const to = (route: Route) => () => goTo(route)

  const status: MenuEntry = {
    label: words.status,
    symbol: 'st-online',
    act: () => document.getElementById(statusPickerId)?.showPopover(),
  }
  const find: MenuEntry = { label: common.findPeople, symbol: 'i-add-person', act: to({ page: 'find' }) }
  const requests: MenuEntry = { label: common.requests, symbol: 'i-bell', act: to({ page: 'requests' }) }
  const profile: MenuEntry = { label: words.profile, symbol: 'i-person', act: to({ page: 'profile' }) }
  const packets: MenuEntry = { label: common.packets, symbol: 'i-packets', act: to({ page: 'packets' }) }
  const settings: MenuEntry = { label: common.settings, symbol: 'i-sliders', act: to({ page: 'settings', part: '' }) }
  const modern: MenuEntry = { label: words.modern, symbol: 'i-undo', act: change({ theme: 'system' }) }
  const signOut: MenuEntry = { label: list.signOut, symbol: 'i-logout', act: () => void session.signOut() }
  return {
    me: [status, profile, settings, 'line', signOut],
    list: [
      find,
      requests,
      'line',
      {
        label: list.hideOffline,
        isChecked: hideOffline,
        act: () => messenger.changeSettings({ hideOffline: !hideOffline }),
      },
    ],
    view: [
      { label: words.nightShift, isChecked: taste.nightShift, act: change({ nightShift: !taste.nightShift }) },
      { label: words.largeFonts, isChecked: taste.largeFonts, act: change({ largeFonts: !taste.largeFonts }) },
      'line',
      modern,
    ],
    help: [
      { label: words.keys, symbol: 'i-window', act: to({ page: 'settings', part: 'keys' }) },
      { label: words.about, symbol: 'i-info', act: to({ page: 'settings', part: 'about' }) },
    ],
    start: [status, find, requests, packets, 'line', profile, settings, 'line', modern, signOut],
  }
}
