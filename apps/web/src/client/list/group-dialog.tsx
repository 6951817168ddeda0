import { useState } from 'react'
import { Dialog } from '../../look/dialog.tsx'
import { DialogButtons } from '../../look/dialog-buttons.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import type { ContactDialogProps } from './contact-dialog.tsx'

/** Which of the own groups somebody is in; a new one is made by naming it. */
export function GroupDialog({ person, onClose }: ContactDialogProps) {
  const list = useWords('list')
  const common = useWords('common')
  const messenger = useMessenger()
  const { groups } = useWatched(messenger.settings)
  const [chosen, setChosen] = useState(groups.includes(person.group) ? person.group : '')
  const [isNew, setNew] = useState(false)
  const [name, setName] = useState('')
  const save = (): void => {
    const group = isNew ? name.trim() : chosen
    if (group !== '' && !groups.includes(group)) messenger.changeSettings({ groups: [...groups, group] })
    messenger.moveToGroup(person.uin, group)
    onClose()
  }
  const choice = (value: string, label: string) => (
    <label key={value} className="check">
      <input
        type="radio"
        name="group"
        checked={!isNew && chosen === value}
        onChange={() => {
          setNew(false)
          setChosen(value)
        }}
      />
      <span>{label}</span>
    </label>
  )
  return (
    <Dialog
      title={list.groupTitle(person.name)}
      onClose={onClose}
      onSubmit={save}
      foot={<DialogButtons yes={common.save} isDisabled={isNew && name.trim() === ''} onNo={onClose} />}
    >
      <fieldset className="choices">
        <legend className="vh">{list.groupTitle(person.name)}</legend>
        {choice('', list.noGroup)}
        {groups.map((group) => choice(group, group))}
        <label className="check">
          <input type="radio" name="group" checked={isNew} onChange={() => setNew(true)} />
          <span>{list.newGroup}</span>
        </label>
        <input
          className="input"
          maxLength={40}
          autoComplete="off"
          aria-label={list.newGroup}
          value={name}
          onFocus={() => setNew(true)}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </fieldset>
    </Dialog>
  )
}
