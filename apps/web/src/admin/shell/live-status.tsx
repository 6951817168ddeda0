import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react'
import { useEvents } from '../office/use-events.ts'
import type { Answer } from '../office/ways.ts'

type Status = Answer<'status'>

/** How the server is, each second. */
export interface Live {
  readonly status: Status | undefined
  /** When that was. */
  readonly at: number
  /** False: the line is lost and tried again. */
  readonly isUp: boolean
  readonly isPaused: boolean
  pause(isPaused: boolean): void
}

const LiveContext = createContext<Live>({ status: undefined, at: 0, isUp: true, isPaused: false, pause: () => {} })

export const useLive = (): Live => use(LiveContext)

/** Listens to the status of the server for everything inside. */
export function LiveStatus({ children }: { readonly children: ReactNode }): ReactNode {
  const [{ status, at }, setStatus] = useState<{ status: Status | undefined; at: number }>({ status: undefined, at: 0 })
  const [isUp, setUp] = useState(true)
  const [isPaused, pause] = useState(false)
  const hear = useCallback((data: unknown) => setStatus({ status: data as Status, at: Date.now() }), [])
  useEvents({ path: isPaused ? undefined : '/api/live', hear: { status: hear }, onLine: setUp })
  const live = useMemo(() => ({ status, at, isUp, isPaused, pause }), [status, at, isUp, isPaused])
  return <LiveContext value={live}>{children}</LiveContext>
}
