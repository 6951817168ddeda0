import { useState } from 'react'
import { Dialog } from '../../look/dialog.tsx'
import { DialogButtons } from '../../look/dialog-buttons.tsx'
import { Field } from '../../look/field.tsx'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { withRenamed } from './group-order.ts'

interface GroupDialogProps {
  readonly group: string
  readonly onClose: () => void
}

/** Gives a group another name; its contacts stay in it. */
export function RenameGroupDialog({ group, onClose }: GroupDialogProps) {
  const words = useWords('settings')
  const messenger = useMessenger()
  const [name, setName] = useState(group)
  const [wrong, setWrong] = useState<string | undefined>()
  function rename(): void {
    const next = withRenamed(messenger.settings.get().groups, group, name)
    if (typeof next === 'string') {
      setWrong(next === 'empty' ? words.groupEmpty : words.groupTaken)
      return
    }
    messenger.changeSettings({ groups: next })
    for (const person of messenger.people.get().values()) {
      if (person.group === group) messenger.moveToGroup(person.uin, name.trim())
    }
    onClose()
  }
  return (
    <Dialog
      title={words.renameTitle(group)}
      onClose={onClose}
      onSubmit={rename}
      foot={<DialogButtons yes={words.save} onNo={onClose} />}
    >
      <Field label={words.groupName} error={wrong}>
        {(tie) => (
          <input
            {...tie}
            className="input"
            maxLength={40}
            autoComplete="off"
            autoFocus
            value={name}
            onChange={(event) => {
              setName(event.currentTarget.value)
              setWrong(undefined)
            }}
          />
        )}
      </Field>
    </Dialog>
  )
}

/** Asks before a group is removed; its contacts stay on the list. */
export function RemoveGroupDialog({ group, onClose }: GroupDialogProps) {
  const words = useWords('settings')
  const messenger = useMessenger()
  function remove(): void {
    for (const person of messenger.people.get().values()) {
      if (person.group === group) messenger.moveToGroup(person.uin, '')
    }
    messenger.changeSettings({ groups: messenger.settings.get().groups.filter((other) => other !== group) })
    onClose()
  }
  return (
    <Dialog
      title={words.removeTitle(group)}
      onClose={onClose}
      onSubmit={remove}
      foot={<DialogButtons yes={words.removeNow} isDanger onNo={onClose} />}
    >
      <p>{words.removeText}</p>
    </Dialog>
  )
}
