import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { hrefOf, type Route } from '../route.ts'

/** What lies on the desktop itself. */
export function DeskIcons() {
  const common = useWords('common')
  const words = useWords('windows')
  return (
    <nav className="desk__icons" aria-label={words.desktop}>
      <DeskIcon to={{ page: 'find' }} drawing="big-find" label={common.findPeople} />
      <DeskIcon to={{ page: 'packets' }} drawing="big-modem" label={common.packets} />
      <DeskIcon to={{ page: 'settings', part: 'history' }} drawing="big-history" label={words.history} />
    </nav>
  )
}

function DeskIcon({ to, drawing, label }: { readonly to: Route; readonly drawing: string; readonly label: string }) {
  return (
    <a href={hrefOf(to)}>
      <Symbol name={drawing} className="px32" />
      <span>{label}</span>
    </a>
  )
}
