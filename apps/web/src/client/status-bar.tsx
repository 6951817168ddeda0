import { Symbol } from '../look/symbol.tsx'
import { useWatched } from '../look/use-watched.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/use-words.ts'
import { useMessenger } from './contexts.ts'
import { useDrawer } from './drawer.ts'
import { nameOfCodePage } from './name-of-code-page.ts'
import { hrefOf } from './route.ts'

/** One line about the line: who is at its other end, how fast, how much, and in which letters. */
export function StatusBar() {
  const talk = useWords('talk')
  const common = useWords('common')
  const dates = useDates()
  const drawer = useDrawer()
  const messenger = useMessenger()
  const line = useWatched(messenger.line)
  const { packetsOut, packetsIn, roundTripMs } = useWatched(messenger.traffic)
  const { codePage } = useWatched(messenger.self)
  const isOnline = line.state === 'online'
  const [out, inward] = [dates.number(packetsOut), dates.number(packetsIn)]
  return (
    <footer className="bar">
      <span className="bar__wide">
        <span className={isOnline ? 'led' : 'led led--call'} />
        {isOnline
          ? talk.connected(location.host)
          : line.state === 'signingOn'
            ? talk.callingServer(location.host)
            : talk.notConnected(location.host)}
      </span>
      {isOnline && roundTripMs !== undefined ? (
        <span className="num">{talk.roundTrip(dates.number(Math.round(roundTripMs)))}</span>
      ) : null}
      <span className="num">
        <span aria-hidden="true">
          ↑ {out} ↓ {inward}
        </span>
        <span className="vh">{talk.traffic(out, inward)}</span>
      </span>
      <a href={hrefOf({ page: 'settings', part: '' })} title={talk.yourCodePage}>
        {nameOfCodePage(codePage)}
      </a>
      <span className="bar__aside">{talk.historyHere}</span>
      <button type="button" aria-expanded={drawer.isOpen} onClick={drawer.isOpen ? drawer.close : drawer.open}>
        <Symbol name="i-packets" />
        {common.packets}
      </button>
    </footer>
  )
}
