import type { Request } from '@seekyou/messenger'
import { useEffect, useState } from 'react'
import { Call } from '../../look/call.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { PageFrame } from '../page-frame.tsx'
import { hrefOf } from '../route.ts'
import { type RequestAnswer, RequestCard } from './request-card.tsx'
import './people.css'

/** Who asks for something, and who has answered. What was answered here stays in view until the page is left. */
export function RequestsPage() {
  const words = useWords('people')
  const messenger = useMessenger()
  const open = useWatched(messenger.requests)
  const [answered, setAnswered] = useState<ReadonlyMap<Request, RequestAnswer>>(new Map())
  useEffect(() => {
    document.title = `${words.requests} · Seekyou`
  }, [words])

  const answer = (request: Request, given: RequestAnswer, reason?: string): void => {
    messenger.answerRequest(request.id, given, reason)
    if (given !== 'dismiss') setAnswered((before) => new Map(before).set(request, given))
  }
  const openIds = new Set(open.map(({ id }) => id))
  const done = [...answered].filter(([{ id }]) => !openIds.has(id))
  const all: readonly (readonly [Request, RequestAnswer | undefined])[] = [
    ...open.map((request) => [request, undefined] as const),
    ...done,
  ].sort(([one], [other]) => other.at - one.at)
  const waiting = all.filter(([{ what }]) => what === 'authorizationRequested')
  const others = all.filter(([{ what }]) => what !== 'authorizationRequested')
  const group = (title: string, requests: typeof all) =>
    requests.length === 0 ? null : (
      <>
        <h2 className="section-title">
          {title} <span className="count">{requests.filter(([, given]) => given === undefined).length}</span>
        </h2>
        {requests.map(([request, given]) => (
          <RequestCard key={request.id} request={request} given={given} onAnswer={answer} />
        ))}
      </>
    )

  return (
    <PageFrame title={words.requests}>
      {all.length === 0 ? (
        <div className="empty">
          <Symbol name="mark" className="mark" />
          <h2>{words.noRequests}</h2>
          <Call still />
          <p>{words.noRequestsText}</p>
          <a className="btn" href={hrefOf({ page: 'find' })}>
            <Symbol name="i-add-person" />
            {words.find}
          </a>
        </div>
      ) : (
        <div className="page__in">
          {group(words.waiting, waiting)}
          {group(words.information, others)}
        </div>
      )}
    </PageFrame>
  )
}
