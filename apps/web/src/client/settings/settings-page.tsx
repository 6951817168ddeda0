import { type FunctionComponent, useEffect, useRef } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { PageFrame } from '../page-frame.tsx'
import { hrefOf } from '../route.ts'
import { useServerCard } from '../server-card.ts'
import { useRoute } from '../use-route.ts'
import { AboutPart } from './about-part.tsx'
import { AccountsPart } from './accounts-part.tsx'
import { GroupsPart } from './groups-part.tsx'
import { HistoryPart } from './history-part.tsx'
import { InstallPart } from './install-part.tsx'
import { InvitesPart } from './invites-part.tsx'
import { KeysPart } from './keys-part.tsx'
import { LettersPart } from './letters-part.tsx'
import { LookPart } from './look-part.tsx'
import { NoticesPart } from './notices-part.tsx'
import { PrivacyPart } from './privacy-part.tsx'
import { SoundsPart } from './sounds-part.tsx'
import { TalkPart } from './talk-part.tsx'
import './set.css'
import './settings.css'

/** How the program behaves. Everything is saved as it is changed. The address names the part that is looked at. */
export function SettingsPage() {
  const words = useWords('settings')
  const route = useRoute()
  const isInviting = useServerCard()?.registration === 'invite'
  const wanted = route.page === 'settings' ? route.part : ''
  const shown = parts.filter(({ name }) => name !== 'invites' || isInviting)
  const current = shown.find(({ name }) => name === wanted) ?? shown[0]
  const main = useRef<HTMLDivElement>(null)
  useEffect(() => {
    document.title = `${words.title} · Seekyou`
  }, [words])
  useEffect(() => {
    if (wanted === '') return
    const title = main.current?.querySelector<HTMLElement>(`#part-${CSS.escape(wanted)}`)
    title?.closest('section')?.scrollIntoView({ block: 'start' })
    title?.focus({ preventScroll: true })
  }, [wanted])

  return (
    <PageFrame title={words.title} sub={words.sub}>
      <div className="settings">
        <nav className="settings__nav" aria-label={words.parts}>
          {shown.map(({ name, symbol }) => (
            <a
              key={name}
              href={hrefOf({ page: 'settings', part: name })}
              aria-current={name === current?.name ? 'true' : undefined}
            >
              <Symbol name={symbol} />
              {words[name]}
            </a>
          ))}
        </nav>
        <div className="settings__main" ref={main}>
          {shown.map(({ name, Part }) => (
            <section key={name} className="panel" aria-labelledby={`part-${name}`}>
              <h2 id={`part-${name}`} tabIndex={-1}>
                {words[name]}
              </h2>
              <Part />
            </section>
          ))}
        </div>
      </div>
    </PageFrame>
  )
}

const parts = [
  { name: 'look', symbol: 'i-sun', Part: LookPart },
  { name: 'talk', symbol: 'i-smile', Part: TalkPart },
  { name: 'sounds', symbol: 'i-sound', Part: SoundsPart },
  { name: 'notices', symbol: 'i-bell', Part: NoticesPart },
  { name: 'letters', symbol: 'i-globe', Part: LettersPart },
  { name: 'privacy', symbol: 'i-shield', Part: PrivacyPart },
  { name: 'groups', symbol: 'i-list', Part: GroupsPart },
  { name: 'invites', symbol: 'i-ticket', Part: InvitesPart },
  { name: 'history', symbol: 'i-history', Part: HistoryPart },
  { name: 'accounts', symbol: 'i-key', Part: AccountsPart },
  { name: 'install', symbol: 'i-download', Part: InstallPart },
  { name: 'keys', symbol: 'i-window', Part: KeysPart },
  { name: 'about', symbol: 'i-info', Part: AboutPart },
] as const satisfies readonly { name: string; symbol: string; Part: FunctionComponent }[]
