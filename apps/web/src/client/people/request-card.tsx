import type { Messenger, Request } from '@seekyou/messenger'
import { type ReactNode, useState } from 'react'
import { Status } from '../../look/status.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { UinText } from '../../look/uin-text.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { hrefOf } from '../route.ts'
import { RefuseDialog } from './refuse-dialog.tsx'

export type RequestAnswer = Parameters<Messenger['answerRequest']>[1]

/** A request or an answer to one. `given`: what was just answered. */
export function RequestCard({ request, given, onAnswer }: RequestCardProps) {
  const words = useWords('people')
  const dates = useDates()
  const person = useWatched(useMessenger().people).get(request.from)
  const [isRefusing, setRefusing] = useState(false)
  const { from, what, reason } = request
  const name = person?.givenName || request.nick || person?.name || String(from)
  const fullName = [request.first, request.last].filter((part) => part !== '').join(' ')
  const isContact = person?.isContact === true
  const answer = (how: RequestAnswer) => () => onAnswer(request, how)

  const sentences: Record<Request['what'], ReactNode> = {
    authorizationRequested: words.wantsToAdd,
    added: (
      <>
        <strong>{words.addedYou}</strong> {words.addedYouRest}
      </>
    ),
    authorizationGranted: words.granted,
    authorizationRefused: words.refused,
  }
  return (
    <article className={given === undefined ? 'ask ask--new' : 'ask'} aria-label={name}>
      <span className="ask__icon">
        <Symbol name={symbols[what]} />
      </span>
      <div className="ask__head">
        {isContact ? <Status of={person.status} /> : null}
        <h3>
          <bdi>{name}</bdi>
        </h3>
        <UinText uin={from} className="uin muted" />
        {fullName === '' ? null : <span className="small">{fullName}</span>}
        <time dateTime={new Date(request.at).toISOString()} title={dates.full(request.at)}>
          {dates.ago(request.at, Date.now())}
        </time>
      </div>
      <p>{sentences[what]}</p>
      {reason === '' ? null : <blockquote>{reason}</blockquote>}
      {what === 'authorizationRefused' ? <p className="ask__done">{words.stillWrite}</p> : null}
      {given === undefined ? (
        <div className="row">
          {what === 'authorizationRequested' ? (
            <>
              <button type="button" className="btn btn--go" onClick={answer('allow')}>
                <Symbol name="i-check" />
                {words.allow}
              </button>
              {isContact ? null : (
                <button type="button" className="btn" onClick={answer('allowAndAdd')}>
                  {words.allowAndAdd}
                </button>
              )}
              <button type="button" className="btn btn--danger" onClick={() => setRefusing(true)}>
                {words.refuse}
              </button>
            </>
          ) : null}
          {what === 'added' && !isContact ? (
            <button type="button" className="btn" onClick={answer('addBack')}>
              <Symbol name="i-add-person" />
              {words.addBack}
            </button>
          ) : null}
          {what === 'authorizationRequested' ? null : (
            <>
              <a className="btn btn--plain" href={hrefOf({ page: 'talk', uin: from })}>
                {words.write}
              </a>
              <button type="button" className="btn btn--plain" onClick={answer('dismiss')}>
                {words.putAway}
              </button>
            </>
          )}
          <a className="btn btn--plain" href={hrefOf({ page: 'profile', uin: from })}>
            {words.look}
          </a>
        </div>
      ) : (
        <p className="ask__done" role="status">
          {outcomes(words)[given]}
        </p>
      )}
      {isRefusing ? (
        <RefuseDialog
          name={name}
          onClose={() => setRefusing(false)}
          onRefuse={(why) => onAnswer(request, 'refuse', why)}
        />
      ) : null}
    </article>
  )
}

interface RequestCardProps {
  readonly request: Request
  readonly given: RequestAnswer | undefined
  readonly onAnswer: (request: Request, answer: RequestAnswer, reason?: string) => void
}

const symbols: Record<Request['what'], string> = {
  authorizationRequested: 'i-key',
  added: 'i-add-person',
  authorizationGranted: 'i-check',
  authorizationRefused: 'i-ban',
}

const outcomes = (words: ReturnType<typeof useWords<'people'>>): Record<RequestAnswer, string> => ({
  allow: words.didAllow,
  allowAndAdd: words.didAllowAndAdd,
  refuse: words.didRefuse,
  addBack: words.didAddBack,
  dismiss: '',
})
