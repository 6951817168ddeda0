import type { Person } from '@seekyou/messenger'
import type { MenuEntry } from '../../look/menu-items.tsx'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { goTo } from '../use-route.ts'
import type { ContactQuestion } from './contact-dialog.tsx'

/** What can be done about somebody: of the list, and of their conversation. */
export function useContactMenu(person: Person, ask: (question: ContactQuestion) => void): readonly MenuEntry[] {
  const list = useWords('list')
  const messenger = useMessenger()
  const { uin } = person
  const sight = (label: string, wanted: Person['sight']): MenuEntry => ({
    label,
    isChecked: person.sight === wanted,
    act: () => messenger.setSight(uin, wanted),
  })
  const always: readonly MenuEntry[] = [
    { label: list.profile, symbol: 'i-person', act: () => goTo({ page: 'profile', uin }) },
    { label: list.copyNumber, symbol: 'i-copy', act: () => void navigator.clipboard?.writeText(String(uin)) },
    { label: list.letters, symbol: 'i-globe', act: () => ask('letters') },
    person.isMuted
      ? { label: list.unmute, symbol: 'i-sound', act: () => messenger.mute(uin, false) }
      : { label: list.mute, symbol: 'i-mute', act: () => messenger.mute(uin, true) },
  ]
  if (!person.isContact) {
    return [{ label: list.add, symbol: 'i-add-person', act: () => messenger.addContact(uin) }, ...always]
  }
  const authorization: readonly MenuEntry[] =
    person.authorization === 'free' || person.authorization === 'granted'
      ? []
      : [
          {
            label: person.authorization === 'needed' ? list.ask : list.askAgain,
            symbol: 'i-key',
            act: () => ask('authorization'),
          },
        ]
  return [
    ...always,
    { label: list.rename, symbol: 'i-edit', key: 'F2', act: () => ask('rename') },
    { label: list.group, symbol: 'i-list', act: () => ask('group') },
    ...authorization,
    'line',
    { title: list.sightTitle },
    sight(list.sightAlways, 'always'),
    sight(list.sightNever, 'never'),
    sight(list.sightAsUsual, 'asUsual'),
    'line',
    { label: list.delete, symbol: 'i-trash', isDanger: true, act: () => ask('delete') },
  ]
}
