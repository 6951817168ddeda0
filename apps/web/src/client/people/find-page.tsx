import { useEffect, useRef } from 'react'
import { Call } from '../../look/call.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { PageFrame } from '../page-frame.tsx'
import { useServerCard } from '../server-card.ts'
import { FindForm } from './find-form.tsx'
import { FindSkeleton } from './find-skeleton.tsx'
import { FoundPeople } from './found-people.tsx'
import { useFind } from './use-find.ts'
import './people.css'

/** Looks for people in the white pages of the server: by name, number or e-mail. */
export function FindPage() {
  const words = useWords('people')
  const card = useServerCard()
  const find = useFind()
  const form = useRef<HTMLFormElement>(null)
  const { result } = find
  useEffect(() => {
    document.title = `${words.find} · Seekyou`
  }, [words])

  return (
    <PageFrame title={words.find} {...(card === undefined ? {} : { sub: words.whitePages(card.name) })}>
      <div className="page__in">
        <FindForm ref={form} find={find} />
        {result?.state === 'searching' ? <FindSkeleton isLineDown={find.isLineDown} /> : null}
        {result?.state === 'failed' ? (
          <p className="error" role="alert">
            <Symbol name="i-failed" />
            <span>
              <strong>{words.searchFailed}</strong> {words.searchFailedText}
            </span>
          </p>
        ) : null}
        {result?.state === 'found' && result.people.length > 0 ? <FoundPeople result={result} /> : null}
        {result?.state === 'found' && result.people.length === 0 ? (
          <div className="panel">
            <div className="empty" role="status">
              <Symbol name="mark" className="mark" />
              <h2>{words.nobody(result.words)}</h2>
              <Call still />
              <p>{words.nobodyHint}</p>
              {find.by === 'number' ? null : (
                <button
                  type="button"
                  className="btn"
                  onClick={() => {
                    find.type({ by: 'number' })
                    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('.input')?.focus())
                  }}
                >
                  <Symbol name="i-key" />
                  {words.searchByNumber}
                </button>
              )}
            </div>
          </div>
        ) : null}
      </div>
    </PageFrame>
  )
}
