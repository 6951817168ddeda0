import type { Uin } from '@seekyou/language'
import type { Messenger, Watched, WatchedPacket } from '@seekyou/messenger'
import { watched } from '@seekyou/messenger'
import { type CodePageName, viewPacket } from '@seekyou/wire'
import { useWatched } from '../../look/use-watched.ts'
import { useMessenger } from '../contexts.ts'
import { type Captured, withPacket } from './capture.ts'

/** How long packets are gathered before they are shown, in milliseconds: a long contact list arrives as hundreds at once. */
const breath = 80

/** The packets of the own connection since the drawer was opened first, oldest first. */
export const useCapture = (): readonly Captured[] => useWatched(captureOf(useMessenger()))

const captures = new WeakMap<Messenger, Watched<readonly Captured[]>>()

/** Goes on while the drawer is closed, as long as there is the connection. */
function captureOf(messenger: Messenger): Watched<readonly Captured[]> {
  const known = captures.get(messenger)
  if (known !== undefined) return known
  const shown = watched<readonly Captured[]>([])
  let packets: readonly Captured[] = []
  let isDue = false
  let id = 0
  messenger.watchPackets((packet) => {
    id += 1
    packets = withPacket(packets, capturedOf(packet, id, messenger))
    if (isDue) return
    isDue = true
    setTimeout(() => {
      isDue = false
      shown.set(packets)
    }, breath)
  })
  captures.set(messenger, shown)
  return shown
}

/** Taken apart, its passwords gone for good, and its texts in the letters of whom they come from or go to. */
function capturedOf({ at, direction, bytes }: WatchedPacket, id: number, { self, people }: Messenger): Captured {
  // The view is the server's.
  const seen = { at, direction: direction === 'out' ? 'in' : 'out', bytes } as const
  const own = self.get().codePage
  const view = viewPacket(seen, 'passwords', own)
  const codePage = codePageOf(view.rows, people.get()) ?? own
  const read = codePage === own ? view : viewPacket(seen, 'passwords', codePage)
  return { ...read, id, direction, codePage, times: 1, lastAt: at }
}

function codePageOf(rows: Captured['rows'], people: ReturnType<Messenger['people']['get']>): CodePageName | undefined {
  const partner = rows.find(({ field }) => field === 'to' || field === 'from')?.value
  return people.get(Number(partner) as Uin)?.codePage
}
