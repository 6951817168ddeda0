import type { Person } from '@seekyou/messenger'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { Advice } from './advice.tsx'
import './composer.css'
import { ContactsDialog } from './contacts-dialog.tsx'
import { Counter } from './counter.tsx'
import { EmoticonPicker } from './emoticon-picker.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { useGrowing } from './use-growing.ts'

/** Where one writes. What is not sent stays as a draft; letters that the receiver lacks are named before they are sent. */
export function Composer({ person, draft }: { readonly person: Person; readonly draft: string }) {
  const talk = useWords('talk')
  const messenger = useMessenger()
  const { enterSends } = useWatched(messenger.settings)
  const [text, setText] = useState(draft)
  const [isWarned, setWarned] = useState(false)
  const [dialog, setDialog] = useState<'link' | 'contacts' | undefined>()
  const area = useRef<HTMLTextAreaElement>(null)
  useGrowing(area, text)

  const write = (next: string): void => {
    setText(next)
    setWarned(false)
    messenger.setDraft(person.uin, next)
  }
  const measure = messenger.measure(person.uin, text)
  const isEmpty = text.trim() === ''
  const send = (): void => {
    if (isEmpty) return
    messenger.send(person.uin, text)
    write('')
    area.current?.focus()
  }
  const sendOrWarn = (): void => {
    if (measure.lacking.length > 0 && !isWarned) setWarned(true)
    else send()
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.altKey) return
    const isCommand = event.ctrlKey || event.metaKey
    if (enterSends ? event.shiftKey && !isCommand : !isCommand) return
    event.preventDefault()
    sendOrWarn()
  }
  const insert = (what: string): void => {
    const { selectionStart: start = text.length, selectionEnd: end = text.length } = area.current ?? {}
    const before = text.slice(0, start)
    const spaced = before === '' || /\s$/.test(before) ? what : ` ${what}`
    write(before + spaced + text.slice(end))
    requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(start + spaced.length, start + spaced.length)
    })
  }
  return (
    <>
      <form
        className="composer"
        onSubmit={(event) => {
          event.preventDefault()
          sendOrWarn()
        }}
      >
        {measure.lacking.length === 0 ? null : (
          <Advice
            lacking={measure.lacking}
            person={person}
            isUrgent={isWarned}
            onRemove={() => write(without(text, measure.lacking))}
            onSend={send}
          />
        )}
        <textarea
          ref={area}
          className="textarea"
          rows={1}
          dir="auto"
          aria-label={talk.messageTo(person.name)}
          placeholder={talk.messageTo(person.name)}
          value={text}
          onChange={(event) => write(event.currentTarget.value)}
          onKeyDown={press}
        />
        <div className="composer__row">
          <EmoticonPicker onPick={insert} />
          <button
            type="button"
            className="icon-btn"
            aria-label={talk.sendLink}
            title={talk.sendLink}
            onClick={() => setDialog('link')}
          >
            <Symbol name="i-link" />
          </button>
          <button
            type="button"
            className="icon-btn"
            aria-label={talk.sendContacts}
            title={talk.sendContacts}
            onClick={() => setDialog('contacts')}
          >
            <Symbol name="i-card" />
          </button>
          <span className="hint-keys only-wide">{enterSends ? talk.enterSends : talk.ctrlEnterSends}</span>
          <span className="spacer" />
          <Counter measure={measure} />
          <button type="submit" className="btn btn--go">
            <Symbol name="i-send" />
            <span>{talk.send}</span>
          </button>
        </div>
      </form>
      {dialog === 'link' ? <LinkDialog person={person} onClose={() => setDialog(undefined)} /> : null}
      {dialog === 'contacts' ? <ContactsDialog person={person} onClose={() => setDialog(undefined)} /> : null}
    </>
  )
}

const without = (text: string, letters: readonly string[]): string =>
  [...text].filter((letter) => !letters.includes(letter)).join('')
