import { Menu } from '../../look/menu.tsx'
import { useWords } from '../../words/use-words.ts'
import { useMenus } from './use-menus.ts'

/** The menu bar of the contact list. */
export function ListMenus() {
  const words = useWords('windows')
  const menus = useMenus()
  return (
    <div className="menu-bar">
      {(['me', 'list', 'view', 'help'] as const).map((name) => (
        <Menu key={name} className="menu-bar__menu" label={words[name]} items={menus[name]}>
          {words[name]}
        </Menu>
      ))}
    </div>
  )
}
