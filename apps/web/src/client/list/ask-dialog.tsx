import { useState } from 'react'
import { Dialog } from '../../look/dialog.tsx'
import { DialogButtons } from '../../look/dialog-buttons.tsx'
import { Field } from '../../look/field.tsx'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import type { ContactDialogProps } from './contact-dialog.tsx'

/** Asks somebody to be allowed to have them on the list. */
export function AskDialog({ person, onClose }: ContactDialogProps) {
  const list = useWords('list')
  const messenger = useMessenger()
  const [reason, setReason] = useState('')
  const ask = (): void => {
    messenger.askAuthorization(person.uin, reason.trim())
    onClose()
  }
  return (
    <Dialog
      title={list.askTitle(person.name)}
      onClose={onClose}
      onSubmit={ask}
      foot={<DialogButtons yes={list.askSend} onNo={onClose} />}
    >
      <Field label={list.askField}>
        {(tie) => (
          <textarea
            {...tie}
            className="textarea"
            rows={3}
            maxLength={400}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Field>
    </Dialog>
  )
}
