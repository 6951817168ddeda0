import { type ReactNode, type SubmitEvent, useState } from 'react'
import { Field } from '../../look/field.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { codePages } from '../accounts/account.ts'
import { ask } from '../office/ask.ts'
import type { Answer } from '../office/ways.ts'
import { Confirm } from '../parts/confirm.tsx'
import { useLive } from '../shell/live-status.tsx'
import { Page } from '../shell/page.tsx'
import { bytesMax, letters } from './letters.ts'
import { Preview } from './preview.tsx'
import './broadcast.css'

/** Says something to everybody, as the server itself. */
export function Broadcast(): ReactNode {
  const words = useWords('admin').broadcast
  const online = useLive().status?.online
  const [text, setText] = useState('')
  const [codePage, setCodePage] = useState('windows-1251')
  const [absent, setAbsent] = useState(false)
  const [system, setSystem] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const [result, setResult] = useState<Answer<'broadcast'>>()
  const { bytes, missing } = letters(text, codePage)
  const isGood = text.trim() !== '' && bytes <= bytesMax && missing.length === 0
  const error =
    missing.length > 0
      ? words.missing(missing.join(' '), codePage)
      : bytes > bytesMax
        ? words.tooLong(bytesMax)
        : undefined
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (isGood) setAsking(true)
  }
  return (
    <Page title={words.title} about={words.about} isNarrow>
      <div role="status">
        {result && (
          <p className="note">
            <Symbol name="i-check" />
            <span>
              <strong>{words.told(result.online)}</strong>
              {result.absent > 0 && ` ${words.toldAbsent(result.absent)}`}
              {result.refused > 0 && ` ${words.refused(result.refused)}`}
            </span>
          </p>
        )}
      </div>
      <form className="panel" onSubmit={submit} noValidate>
        <Field label={words.text} hint={words.bytes(bytes, bytesMax)} error={error}>
          {(tie) => (
            <textarea
              {...tie}
              className="textarea"
              rows={5}
              value={text}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
            />
          )}
        </Field>
        <Field label={words.codePage} hint={words.codePageHint}>
          {(tie) => (
            <select
              {...tie}
              className="select"
              value={codePage}
              onChange={({ currentTarget }) => setCodePage(currentTarget.value)}
            >
              {codePages.slice(1).map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          )}
        </Field>
        <label className="check">
          <input type="checkbox" checked={absent} onChange={({ currentTarget }) => setAbsent(currentTarget.checked)} />
          <span>
            {words.absent}
            <small>{words.absentHint}</small>
          </span>
        </label>
        <label className="check">
          <input type="checkbox" checked={system} onChange={({ currentTarget }) => setSystem(currentTarget.checked)} />
          <span>
            {words.system}
            <small>{words.systemHint}</small>
          </span>
        </label>
        <Preview text={text} isSystem={system} />
        <div className="row">
          <button type="submit" className="btn btn--go" disabled={!isGood}>
            <Symbol name="i-megaphone" />
            {words.send}
          </button>
        </div>
      </form>
      {isAsking && (
        <Confirm
          title={words.confirmTitle}
          doIt={words.confirmDo}
          act={async () => setResult(await ask('broadcast', { text, codePage, absent, system }))}
          onDone={() => {
            setAsking(false)
            setText('')
          }}
          onCancel={() => setAsking(false)}
        >
          <p>{absent ? words.confirmAll : words.confirmOnline(online ?? 0)}</p>
          <Preview text={text} isSystem={system} />
        </Confirm>
      )}
    </Page>
  )
}
