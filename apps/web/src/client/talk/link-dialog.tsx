import { hrefOf, type Person } from '@seekyou/messenger'
import { useState } from 'react'
import { Dialog } from '../../look/dialog.tsx'
import { DialogButtons } from '../../look/dialog-buttons.tsx'
import { Field } from '../../look/field.tsx'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'

/** Sends a web address and what it is about: the receiver sees a card. */
export function LinkDialog({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const talk = useWords('talk')
  const messenger = useMessenger()
  const [address, setAddress] = useState('')
  const [words, setWords] = useState('')
  const [isWrong, setWrong] = useState(false)
  const send = (): void => {
    const href = hrefOf(address.trim())
    if (href === undefined) {
      setWrong(true)
      return
    }
    messenger.sendUrl(person.uin, href, words.trim())
    onClose()
  }
  return (
    <Dialog
      title={talk.linkTitle(person.name)}
      onClose={onClose}
      onSubmit={send}
      foot={<DialogButtons yes={talk.send} isDisabled={address.trim() === ''} onNo={onClose} />}
    >
      <Field label={talk.linkAddress} hint={talk.linkHint} error={isWrong ? talk.linkWrong : undefined}>
        {(tie) => (
          <input
            {...tie}
            className="input"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            maxLength={300}
            value={address}
            onChange={(event) => {
              setAddress(event.currentTarget.value)
              setWrong(false)
            }}
          />
        )}
      </Field>
      <Field label={talk.linkWords}>
        {(tie) => (
          <input
            {...tie}
            className="input"
            autoComplete="off"
            maxLength={140}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        )}
      </Field>
    </Dialog>
  )
}
