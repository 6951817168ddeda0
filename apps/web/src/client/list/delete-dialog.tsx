import { useState } from 'react'
import { Dialog } from '../../look/dialog.tsx'
import { DialogButtons } from '../../look/dialog-buttons.tsx'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { goTo } from '../use-route.ts'
import type { ContactDialogProps } from './contact-dialog.tsx'

export function DeleteDialog({ person, onClose }: ContactDialogProps) {
  const list = useWords('list')
  const common = useWords('common')
  const messenger = useMessenger()
  const [isWithHistory, setWithHistory] = useState(false)
  const remove = (): void => {
    onClose()
    messenger.removeContact(person.uin)
    if (!isWithHistory) return
    void messenger.clearHistory(person.uin)
    goTo({ page: 'list' }, { replace: true })
  }
  return (
    <Dialog
      title={list.deleteTitle(person.name)}
      onClose={onClose}
      onSubmit={remove}
      foot={<DialogButtons yes={common.delete} isDanger onNo={onClose} />}
    >
      <p>{list.deleteAdvice}</p>
      <label className="check">
        <input
          type="checkbox"
          checked={isWithHistory}
          onChange={(event) => setWithHistory(event.currentTarget.checked)}
        />
        <span>{list.deleteHistory}</span>
      </label>
    </Dialog>
  )
}
