import { useState } from 'react'
import { Dialog } from '../../look/dialog.tsx'
import { DialogButtons } from '../../look/dialog-buttons.tsx'
import { Field } from '../../look/field.tsx'
import { useWords } from '../../words/use-words.ts'

/** Asks for the reason of a refusal. */
export function RefuseDialog({ name, onRefuse, onClose }: RefuseDialogProps) {
  const words = useWords('people')
  const [reason, setReason] = useState('')
  return (
    <Dialog
      title={words.refuseTitle(name)}
      onClose={onClose}
      onSubmit={() => {
        onClose()
        onRefuse(reason.trim())
      }}
      foot={<DialogButtons yes={words.refuseNow} isDanger onNo={onClose} />}
    >
      <p className="muted">{words.refuseText}</p>
      <Field label={words.refuseReason}>
        {(tie) => (
          <textarea
            {...tie}
            className="textarea"
            rows={3}
            maxLength={400}
            autoFocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Field>
    </Dialog>
  )
}

interface RefuseDialogProps {
  readonly name: string
  readonly onRefuse: (reason: string) => void
  readonly onClose: () => void
}
