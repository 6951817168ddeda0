import type { Person } from '@seekyou/messenger'
import { Dialog } from '../../look/dialog.tsx'
import { DialogButtons } from '../../look/dialog-buttons.tsx'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'

export function ClearDialog({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const talk = useWords('talk')
  const common = useWords('common')
  const messenger = useMessenger()
  return (
    <Dialog
      title={talk.clearTitle(person.name)}
      onClose={onClose}
      onSubmit={() => {
        void messenger.clearHistory(person.uin)
        onClose()
      }}
      foot={<DialogButtons yes={common.delete} isDanger onNo={onClose} />}
    >
      <p>{talk.clearAdvice}</p>
    </Dialog>
  )
}
