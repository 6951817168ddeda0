import { type CodePageName, codePageNames } from '@seekyou/wire'
import { useState } from 'react'
import { Dialog } from '../../look/dialog.tsx'
import { DialogButtons } from '../../look/dialog-buttons.tsx'
import { Field } from '../../look/field.tsx'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { nameOfCodePage } from '../name-of-code-page.ts'
import type { ContactDialogProps } from './contact-dialog.tsx'

/** In which letters somebody reads and writes. */
export function LettersDialog({ person, onClose }: ContactDialogProps) {
  const list = useWords('list')
  const common = useWords('common')
  const messenger = useMessenger()
  const [chosen, setChosen] = useState<CodePageName | ''>(person.isCodePageChosen ? person.codePage : '')
  const save = (): void => {
    messenger.chooseCodePage(person.uin, chosen === '' ? undefined : chosen)
    onClose()
  }
  return (
    <Dialog
      title={list.lettersTitle(person.name)}
      onClose={onClose}
      onSubmit={save}
      foot={<DialogButtons yes={common.save} onNo={onClose} />}
    >
      <Field label={list.letters.replace('…', '')} hint={list.lettersHint}>
        {(tie) => (
          <select
            {...tie}
            className="select"
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value as CodePageName | '')}
          >
            <option value="">{list.lettersGuess(nameOfCodePage(person.codePage))}</option>
            {codePageNames.map((name) => (
              <option key={name} value={name}>
                {nameOfCodePage(name)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </Dialog>
  )
}
