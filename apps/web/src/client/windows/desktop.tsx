import { useEffect, useMemo } from 'react'
import { PixelsContext } from '../../look/status.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { Announcer } from '../announcer.tsx'
import { useMessenger } from '../contexts.ts'
import { type Drawer, DrawerContext } from '../drawer.ts'
import { SkipLink } from '../skip-link.tsx'
import { goTo } from '../use-route.ts'
import { useShortcuts } from '../use-shortcuts.ts'
import './clothes.ts'
import { Calling, callingKey, useCalling } from './calling.tsx'
import { announce, close, type Desk, frontOf, keyOf, type Win } from './desk.ts'
import { DeskIcons } from './desk-icons.tsx'
import { PageWindow } from './page-window.tsx'
import { RequestNote } from './request-note.tsx'
import { TaskBar } from './task-bar.tsx'
import { type ChangeDesk, useDesk } from './use-desk.ts'
import { usePickerPlace } from './use-picker-place.ts'
import { requestKey } from './use-title.tsx'
import { Window } from './window.tsx'

/** The main page as it could have been in 1998: a desktop with windows, and a task bar. */
export function Desktop() {
  const [desk, change] = useDesk()
  const isShowingPackets = desk.windows.some(({ key }) => key === packetsKey)
  const drawer = useMemo<Drawer>(
    () => ({
      isOpen: isShowingPackets,
      open: () => goTo({ page: 'packets' }),
      close: () => change((now) => close(now, packetsKey)),
    }),
    [isShowingPackets, change],
  )
  useShortcuts(drawer)
  useCalling(change)
  useArrivals(change)
  usePickerPlace()
  const front = frontOf(desk)
  return (
    <PixelsContext value={true}>
      <DrawerContext value={drawer}>
        <SkipLink />
        <div className="desktop">
          <main className="desk">
            <h1 className="vh">Seekyou</h1>
            <Symbol name="wordmark" className="desk__wordmark" />
            <DeskIcons />
            {desk.windows.map((win) => (
              <Window
                key={win.key}
                win={win}
                desk={desk}
                nth={nthOf(win, desk)}
                isFront={win === front}
                change={change}
              >
                <Inside win={win} isFront={win === front} change={change} />
              </Window>
            ))}
          </main>
          <TaskBar desk={desk} front={front} change={change} />
        </div>
        <Announcer />
      </DrawerContext>
    </PixelsContext>
  )
}

function Inside({ win: { key, route }, isFront, change }: InsideProps) {
  if (route !== undefined) return <PageWindow route={route} isFront={isFront} />
  const leave = (): void => change((now) => close(now, key))
  return key === callingKey ? <Calling onClose={leave} /> : <RequestNote of={key} onClose={leave} />
}

interface InsideProps {
  readonly win: Win
  readonly isFront: boolean
  readonly change: ChangeDesk
}

const packetsKey = keyOf({ page: 'packets' })

const nthOf = (win: Win, { windows }: Desk): number =>
  windows.filter(({ route }) => route?.page === win.route?.page).indexOf(win)

/** What somebody asks or tells comes in a small window of its own. */
function useArrivals(change: ChangeDesk): void {
  const messenger = useMessenger()
  useEffect(
    () =>
      messenger.onNotice((notice) => {
        if (notice.what === 'request') change((desk) => announce(desk, requestKey(notice.request.id)))
      }),
    [messenger, change],
  )
}
