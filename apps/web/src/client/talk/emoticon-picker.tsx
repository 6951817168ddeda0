import { type EmoticonName, emoticonSpellings as spellings } from '@seekyou/messenger'
import { useEffect, useId, useRef, useState } from 'react'
import { placeBeside } from '../../look/place.ts'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'

/** A button that shows the emoticons to choose from. */
export function EmoticonPicker({ onPick }: { readonly onPick: (typed: string) => void }) {
  const talk = useWords('talk')
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    if (!isOpen || button.current === null || sheet.current === null) return
    placeBeside(sheet.current, button.current.getBoundingClientRect())
    sheet.current.querySelector('button')?.focus()
  }, [isOpen])
  return (
    <>
      <button
        ref={button}
        type="button"
        className="icon-btn"
        aria-label={talk.emoticons}
        title={talk.emoticons}
        aria-expanded={isOpen}
        popoverTarget={id}
      >
        <Symbol name="i-smile" />
      </button>
      <div
        ref={sheet}
        id={id}
        className="menu emoticons"
        popover="auto"
        role="dialog"
        aria-label={talk.emoticons}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {names.map((name) => (
          <button
            key={name}
            type="button"
            className="icon-btn"
            aria-label={talk.emoticon[name]}
            title={`${talk.emoticon[name]} ${spellings[name][0]}`}
            onClick={() => {
              sheet.current?.hidePopover()
              onPick(`${spellings[name][0]} `)
            }}
          >
            <Symbol name={`em-${name}`} className="em em--large" />
          </button>
        ))}
      </div>
    </>
  )
}

const names = Object.keys(spellings) as readonly EmoticonName[]
