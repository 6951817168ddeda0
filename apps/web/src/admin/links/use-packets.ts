import type { PacketView } from '@seekyou/wire'
import { useCallback, useRef, useState } from 'react'
import { useEvents } from '../office/use-events.ts'

/** A packet as it was heard, with a number of its own. */
export interface Heard {
  readonly id: number
  readonly packet: PacketView
}

/** So many are kept. */
const most = 300

/** The packets of a link from now on, oldest first. */
export function usePackets(uin: number, isPaused: boolean) {
  const [heard, setHeard] = useState<readonly Heard[]>([])
  const [missed, setMissed] = useState(0)
  const [isUp, setUp] = useState(true)
  const count = useRef(0)
  const hearPacket = useCallback((data: unknown) => {
    count.current += 1
    const id = count.current
    setHeard((before) => [...before.slice(1 - most), { id, packet: data as PacketView }])
  }, [])
  const hearMissed = useCallback(
    (data: unknown) => setMissed((before) => before + (data as { count: number }).count),
    [],
  )
  useEvents({
    path: isPaused ? undefined : `/api/links/${uin}/packets`,
    hear: { packet: hearPacket, missed: hearMissed },
    onLine: setUp,
  })
  return { heard, missed, isUp, clear: () => setHeard([]) }
}
