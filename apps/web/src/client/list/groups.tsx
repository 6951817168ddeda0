import { useMemo } from 'react'
import { Call } from '../../look/call.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { UinText } from '../../look/uin-text.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useDates } from '../../words/dates.ts'
import { useLanguage, useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { hrefOf } from '../route.ts'
import { useRoute } from '../use-route.ts'
import { ContactRow } from './contact-row.tsx'
import { type Group, groupsOf } from './groups.ts'
import { moveFocus } from './move-focus.ts'
import { SkeletonRows } from './skeleton-rows.tsx'
import { useLastStatuses } from './use-last-statuses.ts'

/** The contact list in its parts. What is folded stays folded. */
export function Groups() {
  const messenger = useMessenger()
  const language = useLanguage()
  const people = useLastStatuses()
  const route = useRoute()
  const { groups: own, hideOffline } = useWatched(messenger.settings)
  const isSigningOn = useWatched(messenger.line).state === 'signingOn'
  const open = route.page === 'talk' ? route.uin : undefined
  const groups = useMemo(() => {
    const { compare } = new Intl.Collator(language, { sensitivity: 'base', numeric: true })
    return groupsOf(people.values(), { groups: own, hideOffline, open, compare })
  }, [people, own, hideOffline, open, language])

  if (people.size === 0) return isSigningOn ? <SkeletonRows /> : <NobodyYet />
  if (hideOffline && groups.every((group) => group.people.length === 0)) return <EverybodyHidden />
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows inside are links; this only moves the focus among them
    <div onKeyDown={moveFocus}>
      {groups.map((group) => (
        <Part key={group.key} group={group} />
      ))}
    </div>
  )
}

function Part({ group }: { readonly group: Group }) {
  const list = useWords('list')
  const dates = useDates()
  const messenger = useMessenger()
  const { folded } = useWatched(messenger.settings)
  const isOpen = !folded.includes(group.key)
  const names = {
    own: group.name,
    online: list.online,
    offline: list.offline,
    strangers: list.strangers,
    waiting: list.waiting,
  }
  const fold = (isNowOpen: boolean): void => {
    if (isNowOpen === isOpen) return
    messenger.changeSettings({
      folded: isNowOpen ? folded.filter((key) => key !== group.key) : [...folded, group.key],
    })
  }
  return (
    <details className="group" open={isOpen} onToggle={(event) => fold(event.currentTarget.open)}>
      <summary>
        <Symbol name="i-down" />
        <span className="group__name">{names[group.kind]}</span>
        <span className="count">
          {group.kind === 'own' ? `${dates.number(group.online)}/${dates.number(group.all)}` : dates.number(group.all)}
        </span>
      </summary>
      <ul className="contacts">
        {group.people.map((person) => (
          <li key={person.uin}>
            <ContactRow person={person} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function NobodyYet() {
  const list = useWords('list')
  const common = useWords('common')
  const { uin } = useWatched(useMessenger().self)
  return (
    <div className="empty empty--small">
      <h2>{list.empty}</h2>
      <Call still />
      <p>{list.emptyAdvice}</p>
      <p>
        <UinText uin={uin} />
      </p>
      <a className="btn btn--go" href={hrefOf({ page: 'find' })}>
        <Symbol name="i-add-person" />
        {common.findPeople}
      </a>
    </div>
  )
}

function EverybodyHidden() {
  const list = useWords('list')
  const messenger = useMessenger()
  return (
    <div className="empty empty--small">
      <p>{list.allHidden}</p>
      <button type="button" className="btn" onClick={() => messenger.changeSettings({ hideOffline: false })}>
        {list.show}
      </button>
    </div>
  )
}
