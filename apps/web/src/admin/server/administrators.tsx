import { type ReactNode, useState } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { ask } from '../office/ask.ts'
import { useAction } from '../office/use-action.ts'
import { useAsked } from '../office/use-asked.ts'
import { Confirm } from '../parts/confirm.tsx'
import { Secret } from '../parts/secret.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { useSpeech } from '../parts/use-speech.ts'
import { Wait } from '../parts/wait.tsx'
import { useSay } from '../shell/said.tsx'
import { useSigned } from '../shell/session.ts'

/** Who may administer, and how another one is let in. */
export function Administrators(): ReactNode {
  const words = useWords('admin').server
  const speech = useSpeech()
  const say = useSay()
  const { name: self } = useSigned()
  const { answer, answeredAt, trouble, again } = useAsked(() => ask('listAdministrators', {}), '')
  const linking = useAction()
  const [link, setLink] = useState<{ readonly url: string; readonly expiresAt: number }>()
  const [removing, setRemoving] = useState<string>()
  const makeLink = (): Promise<boolean> =>
    linking.run(async () => {
      const { path, expiresAt } = await ask('setupLink', {})
      setLink({ url: new URL(path, location.origin).href, expiresAt })
    })
  return (
    <section className="panel" aria-labelledby="administrators">
      <h2 id="administrators">{words.administrators}</h2>
      <TroubleNote trouble={trouble} knownAt={answer && answeredAt} again={again} />
      {answer === undefined ? (
        trouble === undefined && <Wait />
      ) : (
        <ul className="names">
          {answer.rows.map(({ name, createdAt }) => (
            <li key={name}>
              <Symbol name="i-shield" />
              <strong>{name}</strong>
              {name === self && <span className="tag tag--teal">{words.you}</span>}
              <span className="muted small">{words.addedAt(speech.date(createdAt))}</span>
              {answer.rows.length > 1 && (
                <button
                  type="button"
                  className="icon-btn"
                  aria-label={words.removeOne(name)}
                  title={words.removeOne(name)}
                  onClick={() => setRemoving(name)}
                >
                  <Symbol name="i-trash" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <TroubleNote trouble={linking.trouble} />
      <div className="row">
        <button type="button" className="btn" disabled={linking.isBusy} onClick={makeLink}>
          <Symbol name="i-add-person" />
          {words.invite}
        </button>
      </div>
      <div role="status">
        {link && (
          <Secret label={words.link} value={link.url}>
            {words.linkAbout(speech.time(link.expiresAt))}
          </Secret>
        )}
      </div>
      {removing !== undefined && (
        <Confirm
          title={words.removeOneTitle(removing)}
          doIt={words.remove}
          isDanger
          act={async () => {
            await ask('removeAdministrator', { name: removing })
          }}
          onDone={() => {
            say(words.removed(removing))
            setRemoving(undefined)
            again()
          }}
          onCancel={() => setRemoving(undefined)}
        >
          <p>{removing === self ? words.removeSelfAbout : words.removeOneAbout}</p>
        </Confirm>
      )}
    </section>
  )
}
