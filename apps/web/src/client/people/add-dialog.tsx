import type { Uin } from '@seekyou/language'
import { useState } from 'react'
import { Dialog } from '../../look/dialog.tsx'
import { DialogButtons } from '../../look/dialog-buttons.tsx'
import { Field } from '../../look/field.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { fitOf } from './text-fit.ts'

/** Puts somebody on the list, after asking them if they want to be asked. `onClose` gets what was done, in words. */
export function AddDialog({ uin, name, needsAuthorization, onClose }: AddDialogProps) {
  const words = useWords('people')
  const messenger = useMessenger()
  const { groups } = useWatched(messenger.settings)
  const { codePage } = useWatched(messenger.self)
  const [given, setGiven] = useState('')
  const [group, setGroup] = useState('')
  const [reason, setReason] = useState('')
  const isLong = fitOf(reason, codePage).bytes > reasonMax

  function add(): void {
    if (isLong) return
    messenger.addContact(uin, { name: given.trim(), group, ...(needsAuthorization ? { reason } : {}) })
    onClose(needsAuthorization ? words.askedNow(name) : words.added(name))
  }

  return (
    <Dialog
      title={needsAuthorization ? words.askTitle(name) : words.addTitle(name)}
      onClose={() => onClose()}
      onSubmit={add}
      foot={<DialogButtons yes={needsAuthorization ? words.askNow : words.addNow} onNo={() => onClose()} />}
    >
      <p className="muted">{needsAuthorization ? words.askText : words.addText}</p>
      {needsAuthorization ? (
        <Field label={words.reason} error={isLong ? words.reasonLong(reasonMax) : undefined}>
          {(tie) => (
            <textarea
              {...tie}
              className="textarea"
              rows={3}
              autoFocus
              placeholder={words.reasonExample}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </Field>
      ) : null}
      <div className={groups.length === 0 ? undefined : 'cols-2'}>
        <Field label={words.givenName} hint={words.givenNameHint}>
          {(tie) => (
            <input
              {...tie}
              className="input"
              maxLength={60}
              autoComplete="off"
              value={given}
              onChange={(event) => setGiven(event.currentTarget.value)}
            />
          )}
        </Field>
        {groups.length === 0 ? null : (
          <Field label={words.group}>
            {(tie) => (
              <select
                {...tie}
                className="select"
                value={group}
                onChange={(event) => setGroup(event.currentTarget.value)}
              >
                <option value="">{words.noGroup}</option>
                {groups.map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </select>
            )}
          </Field>
        )}
      </div>
    </Dialog>
  )
}

interface AddDialogProps {
  readonly uin: Uin
  readonly name: string
  readonly needsAuthorization: boolean
  readonly onClose: (outcome?: string) => void
}

/** What a request has room for beside the names of whoever asks, in bytes. */
const reasonMax = 300
