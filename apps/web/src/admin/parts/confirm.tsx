import type { ReactNode } from 'react'
import { Dialog } from '../../look/dialog.tsx'
import { useWords } from '../../words/use-words.ts'
import { useAction } from '../office/use-action.ts'
import { TroubleNote } from './trouble-note.tsx'

interface ConfirmProps {
  readonly title: ReactNode
  /** What the button says: the thing itself, never "OK". */
  readonly doIt: string
  readonly isDanger?: boolean
  readonly isWide?: boolean
  act(): Promise<void>
  /** It was done. */
  onDone(): void
  onCancel(): void
  readonly children?: ReactNode
}

/** Asks before something is done, does it, and stays open with the reason if that fails. */
export function Confirm({
  title,
  doIt,
  isDanger = false,
  isWide = false,
  act,
  onDone,
  onCancel,
  children,
}: ConfirmProps): ReactNode {
  const words = useWords('admin').parts
  const action = useAction()
  return (
    <Dialog
      title={title}
      isWide={isWide}
      onClose={onCancel}
      onSubmit={async () => {
        if (await action.run(act)) onDone()
      }}
      foot={
        <>
          <button type="button" className="btn" onClick={onCancel}>
            {words.cancel}
          </button>
          <button type="submit" className={isDanger ? 'btn btn--danger' : 'btn btn--go'} disabled={action.isBusy}>
            {doIt}
          </button>
        </>
      }
    >
      <TroubleNote trouble={action.trouble} />
      {children}
    </Dialog>
  )
}
