import type { ReactNode } from 'react'
import { useWords } from '../../words/use-words.ts'
import { useSpeech } from '../parts/use-speech.ts'
import { useLive } from './live-status.tsx'

/** The bottom line: how the server is, on every page. */
export function StatusBar(): ReactNode {
  const words = useWords('admin').bar
  const speech = useSpeech()
  const { status, isUp, isPaused } = useLive()
  const isCalling = !isUp || isPaused
  return (
    <footer className="admin__bar">
      <span>
        <span className={isCalling ? 'led led--call' : 'led'} />
        {isPaused
          ? words.paused
          : !isUp
            ? words.lost
            : status === undefined
              ? words.connecting
              : words.up(speech.duration(status.uptimeMs))}
      </span>
      {status !== undefined && (
        <>
          <span>{words.online(status.online)}</span>
          <span>UDP {status.udp}</span>
          <span>{speech.bytes(status.health.memory.rss)}</span>
          <span>Seekyou {status.version}</span>
        </>
      )}
    </footer>
  )
}
