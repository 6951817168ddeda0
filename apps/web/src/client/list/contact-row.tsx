import type { Person } from '@seekyou/messenger'
import { type KeyboardEvent, type MouseEvent, useState } from 'react'
import { Badge } from '../../look/badge.tsx'
import { MenuAt } from '../../look/menu.tsx'
import type { Place } from '../../look/place.ts'
import { Status } from '../../look/status.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'
import { hrefOf } from '../route.ts'
import { useRoute } from '../use-route.ts'
import { ContactDialog, type ContactQuestion } from './contact-dialog.tsx'
import { isPending } from './groups.ts'
import { useContactMenu } from './use-contact-menu.ts'
import { useNote } from './use-note.ts'

/** Somebody on the list: a link to the conversation, and a menu of what can be done about them. */
export function ContactRow({ person }: { readonly person: Person }) {
  const common = useWords('common')
  const list = useWords('list')
  const dates = useDates()
  const note = useNote(person)
  const route = useRoute()
  const [menuAt, setMenuAt] = useState<Place | undefined>()
  const [question, setQuestion] = useState<ContactQuestion | undefined>()
  const items = useContactMenu(person, setQuestion)

  const { last } = person
  const openMenu = (event: MouseEvent<HTMLElement>): void => {
    event.preventDefault()
    const { clientX: x, clientY: y } = event
    // The menu key has no place of its own.
    setMenuAt(
      x === 0 && y === 0 ? event.currentTarget.getBoundingClientRect() : { left: x, right: x, top: y, bottom: y },
    )
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'F2') return
    event.preventDefault()
    event.stopPropagation()
    setQuestion('rename')
  }
  const lastText = last === undefined ? '' : last.isOwn ? list.you(last.text) : last.text
  return (
    <>
      <a
        className={classOf(person)}
        href={hrefOf({ page: 'talk', uin: person.uin })}
        aria-current={route.page === 'talk' && route.uin === person.uin ? 'page' : undefined}
        onContextMenu={openMenu}
        onKeyDown={press}
      >
        <Status
          of={isPending(person) ? 'pending' : person.status}
          isNew={person.unread > 0 && !person.isMuted}
          silent
        />
        <span className="contact__text">
          <span className="contact__nick">
            <bdi>{person.name}</bdi>
          </span>
          <StatusWord person={person} />
          {note === '' ? null : (
            <span className={lastText === '' ? 'contact__note' : 'contact__note only-wide'}>{note}</span>
          )}
          {lastText === '' ? null : <span className="contact__note only-phone">{lastText}</span>}
        </span>
        {person.isMuted ? (
          <>
            <Symbol name="i-mute" />
            <span className="vh">, {list.muted}</span>
          </>
        ) : null}
        {isPending(person) ? <Symbol name="i-key" /> : null}
        <Badge count={person.unread} says={common.unread} isMuted={person.isMuted} />
        {last === undefined ? null : <time>{dates.brief(last.at, Date.now())}</time>}
      </a>
      {menuAt === undefined ? null : (
        <MenuAt at={menuAt} label={list.moreAbout(person.name)} items={items} onClose={() => setMenuAt(undefined)} />
      )}
      {question === undefined ? null : (
        <ContactDialog question={question} person={person} onClose={() => setQuestion(undefined)} />
      )}
    </>
  )
}

function StatusWord({ person }: { readonly person: Person }) {
  const statuses = useWords('statuses')
  return <span className="vh">, {statuses[isPending(person) ? 'pending' : (person.status ?? 'offline')]}</span>
}

function classOf({ unread, isMuted, status }: Person): string {
  return `contact${unread > 0 && !isMuted ? ' contact--unread' : ''}${status === undefined ? ' contact--off' : ''}`
}
