import type { Line } from '@seekyou/messenger'
import { type ReactNode, useEffect, useState } from 'react'
import { Call } from '../look/call.tsx'
import { useWatched } from '../look/use-watched.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/use-words.ts'
import { useMessenger, useSession } from './contexts.ts'
import { useFrame } from './frame.ts'
import { goTo } from './use-route.ts'

/** Says when the line is down, why, what happens next, and what one can do. Nothing while all is well. */
export function LineBanner() {
  const line = useWatched(useMessenger().line)
  const state = useWatched(useSession().state)
  // Windows have one for all of them.
  if (useFrame() !== undefined) return null
  if (state.at === 'in' && state.isTaken) return <TakenBanner />
  if (line.state === 'offline') return <OfflineBanner because={line.because} />
  // Signing on is short: it becomes worth a word when the first try has failed.
  if (line.state === 'reconnecting' || (line.state === 'signingOn' && line.because !== undefined)) {
    return <CallingBanner line={line} />
  }
  return null
}

function CallingBanner({ line }: { readonly line: Exclude<Line, { state: 'online' | 'offline' }> }) {
  const talk = useWords('talk')
  const dates = useDates()
  const messenger = useMessenger()
  const seconds = useCountdown(line.againAt)
  const attempt = dates.number(line.attempt)
  return (
    <Banner
      isTrying={line.againAt === undefined}
      says={
        line.state === 'reconnecting'
          ? talk.dropped
          : line.because === undefined
            ? talk.calling
            : talk.trouble[line.because]
      }
      then={seconds === undefined ? talk.tryNow(attempt) : talk.tryNext(attempt, dates.number(seconds))}
    >
      {line.againAt === undefined ? null : (
        <button type="button" className="btn btn--small" onClick={() => messenger.callNow()}>
          {talk.callNow}
        </button>
      )}
    </Banner>
  )
}

function OfflineBanner({ because }: { readonly because: 'signedOff' | 'password' | 'elsewhere' }) {
  const talk = useWords('talk')
  const session = useSession()
  if (because === 'password') {
    return (
      <Banner says={talk.passwordWrong}>
        <button type="button" className="btn btn--small" onClick={() => goTo({ page: 'signIn' })}>
          {talk.passwordAgain}
        </button>
      </Banner>
    )
  }
  return (
    <Banner says={because === 'elsewhere' ? talk.elsewhere : talk.signedOff}>
      <button type="button" className="btn btn--small" onClick={() => void session.goOnline()}>
        {because === 'elsewhere' ? talk.hereAgain : talk.goOnline}
      </button>
    </Banner>
  )
}

function TakenBanner() {
  const talk = useWords('talk')
  const session = useSession()
  return (
    <Banner says={talk.otherTab} then={talk.otherTabAdvice}>
      <button type="button" className="btn btn--small" onClick={() => void session.takeOver()}>
        {talk.useHere}
      </button>
    </Banner>
  )
}

function Banner({ says, then, isTrying = false, children }: BannerProps) {
  return (
    <div className="banner">
      <Call still={!isTrying} />
      <span className="banner__text">
        <strong role="status">{says}</strong> {then}
      </span>
      {children}
    </div>
  )
}

interface BannerProps {
  readonly says: string
  /** What will happen: not read aloud each time that it changes. */
  readonly then?: string
  readonly isTrying?: boolean
  readonly children: ReactNode
}

/** Whole seconds until a moment; undefined when there is none. */
function useCountdown(until: number | undefined): number | undefined {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (until === undefined) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [until])
  return until === undefined ? undefined : Math.max(0, Math.ceil((until - now) / 1000))
}
