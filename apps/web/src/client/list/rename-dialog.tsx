import { useState } from 'react'
import { Dialog } from '../../look/dialog.tsx'
import { DialogButtons } from '../../look/dialog-buttons.tsx'
import { Field } from '../../look/field.tsx'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import type { ContactDialogProps } from './contact-dialog.tsx'

export function RenameDialog({ person, onClose }: ContactDialogProps) {
  const list = useWords('list')
  const common = useWords('common')
  const messenger = useMessenger()
  const [name, setName] = useState(person.givenName)
  const save = (): void => {
    messenger.rename(person.uin, name.trim())
    onClose()
  }
  return (
    <Dialog
      title={list.renameTitle(person.nick === '' ? String(person.uin) : person.nick)}
      onClose={onClose}
      onSubmit={save}
      foot={<DialogButtons yes={common.save} onNo={onClose} />}
    >
      <Field label={list.renameField} hint={list.renameHint}>
        {(tie) => (
          <input
            {...tie}
            className="input"
            maxLength={60}
            autoComplete="off"
            placeholder={person.nick}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Field>
    </Dialog>
  )
}
