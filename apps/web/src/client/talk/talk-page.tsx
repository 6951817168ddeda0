import type { Uin } from '@seekyou/language'
import { useState } from 'react'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { useFrame } from '../frame.ts'
import { LineBanner } from '../line-banner.tsx'
import { ContactDialog, type ContactQuestion } from '../list/contact-dialog.tsx'
import { Composer } from './composer.tsx'
import { Log } from './log.tsx'
import { PersonNote } from './person-note.tsx'
import { SearchBar } from './search-bar.tsx'
import './talk.css'
import { TalkHead } from './talk-head.tsx'
import { usePerson } from './use-person.ts'

/** A conversation: who it is with, what was said, and where one writes. `entry` is shown first, else the end. */
export function TalkPage({ uin, entry }: { readonly uin: Uin; readonly entry: string | undefined }) {
  const talk = useWords('talk')
  const frame = useFrame()
  const messenger = useMessenger()
  const person = usePerson(uin)
  const conversation = useWatched(messenger.conversation(uin))
  const [isSearching, setSearching] = useState(false)
  const [question, setQuestion] = useState<ContactQuestion | undefined>()
  const Landmark = frame === undefined ? 'main' : 'div'
  const Head = frame?.TalkHead ?? TalkHead
  return (
    <Landmark
      className="pane chat"
      id={frame === undefined ? 'main' : undefined}
      tabIndex={-1}
      aria-label={frame === undefined ? talk.conversationWith(person.name) : undefined}
      onKeyDown={(event) => {
        // Dialogs take their own keys.
        if (event.target instanceof Element && event.target.closest('dialog') !== null) return
        if (event.key === 'F2' && person.isContact) setQuestion('rename')
        else if (event.key === 'Escape' && isSearching) setSearching(false)
        else return
        event.preventDefault()
      }}
    >
      <Head person={person} isSearching={isSearching} onSearch={() => setSearching(!isSearching)} onAsk={setQuestion} />
      <div className="chat__mid">
        <LineBanner />
        {isSearching ? <SearchBar uin={uin} onClose={() => setSearching(false)} /> : null}
        <PersonNote person={person} onAsk={setQuestion} />
      </div>
      <Log person={person} conversation={conversation} wanted={entry} />
      <Composer person={person} draft={conversation.draft} />
      {question === undefined ? null : (
        <ContactDialog question={question} person={person} onClose={() => setQuestion(undefined)} />
      )}
    </Landmark>
  )
}
