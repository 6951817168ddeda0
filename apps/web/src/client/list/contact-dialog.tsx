import type { Person } from '@seekyou/messenger'
import { AskDialog } from './ask-dialog.tsx'
import { DeleteDialog } from './delete-dialog.tsx'
import { GroupDialog } from './group-dialog.tsx'
import { LettersDialog } from './letters-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'

/** What is asked about somebody before it is done. */
export type ContactQuestion = 'rename' | 'group' | 'letters' | 'authorization' | 'delete'

export function ContactDialog({ question, ...rest }: ContactDialogProps & { readonly question: ContactQuestion }) {
  switch (question) {
    case 'rename':
      return <RenameDialog {...rest} />
    case 'group':
      return <GroupDialog {...rest} />
    case 'letters':
      return <LettersDialog {...rest} />
    case 'authorization':
      return <AskDialog {...rest} />
    case 'delete':
      return <DeleteDialog {...rest} />
  }
}

export interface ContactDialogProps {
  readonly person: Person
  readonly onClose: () => void
}
