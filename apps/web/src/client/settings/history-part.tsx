import { useState } from 'react'
import { Dialog } from '../../look/dialog.tsx'
import { DialogButtons } from '../../look/dialog-buttons.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { exportEntries } from './export-entries.ts'
import { saveFile } from './save-file.ts'

type State = 'resting' | 'exporting' | 'asking' | { readonly said: string; readonly isFailure?: boolean }

/** Exporting and erasing what was said. */
export function HistoryPart() {
  const words = useWords('settings')
  const messenger = useMessenger()
  const [state, setState] = useState<State>('resting')

  async function exportAs(format: 'text' | 'json'): Promise<void> {
    setState('exporting')
    try {
      const people = messenger.people.get()
      const nameOf = (uin: number): string =>
        [...people.values()].find((person) => person.uin === uin)?.name ?? `${uin}`
      const { blob, count } = await exportEntries(messenger.exportHistory(), format, { me: words.me, nameOf })
      if (count === 0) return setState({ said: words.exportEmpty })
      const day = new Date().toISOString().slice(0, 10)
      saveFile(blob, `seekyou-${messenger.uin}-${day}.${format === 'text' ? 'txt' : 'json'}`)
      setState({ said: words.exported(count) })
    } catch {
      setState({ said: words.exportFailed, isFailure: true })
    }
  }

  async function clear(): Promise<void> {
    setState('resting')
    try {
      await messenger.clearHistory()
      setState({ said: words.cleared })
    } catch {
      setState({ said: words.clearFailed, isFailure: true })
    }
  }

  const exportButton = (format: 'text' | 'json', label: string) => (
    <button
      type="button"
      className="btn btn--small"
      disabled={state === 'exporting'}
      onClick={() => void exportAs(format)}
    >
      <Symbol name="i-download" />
      {label}
    </button>
  )
  return (
    <>
      <p className="note">
        <Symbol name="i-lock" />
        <span>{words.historyHint}</span>
      </p>
      <div className="set set--buttons">
        <div>
          {words.exportAll}
          <small>{words.exportAllHint}</small>
        </div>
        <span className="row">
          {exportButton('text', words.exportText)}
          {exportButton('json', words.exportJson)}
        </span>
      </div>
      <div className="set">
        <div>{words.clearHint}</div>
        <button type="button" className="btn btn--small btn--danger" onClick={() => setState('asking')}>
          <Symbol name="i-trash" />
          {words.clear}
        </button>
      </div>
      <p className={typeof state === 'object' && state.isFailure === true ? 'error' : 'small'} role="status">
        {state === 'exporting' ? words.exporting : typeof state === 'object' ? state.said : ''}
      </p>
      {state === 'asking' ? (
        <Dialog
          title={words.clearTitle}
          onClose={() => setState('resting')}
          onSubmit={() => void clear()}
          foot={<DialogButtons yes={words.clearNow} isDanger onNo={() => setState('resting')} />}
        >
          <p>{words.clearText}</p>
        </Dialog>
      ) : null}
    </>
  )
}
