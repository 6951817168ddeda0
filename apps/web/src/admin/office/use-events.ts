import { useEffect, useRef } from 'react'
import { whoIsSignedIn } from './session-requests.ts'
import { reportSignedOut } from './signed-out.ts'

interface Events {
  /** Undefined: nothing is listened to. */
  readonly path: string | undefined
  /** What is heard, by the names of the events. */
  readonly hear: Readonly<Record<string, (data: unknown) => void>>
  /** The stream has begun, or has been lost and is tried again. */
  onLine?(isUp: boolean): void
}

/** Listens to a stream of the office. The browser tries again by itself when the line is lost. */
export function useEvents({ path, hear, onLine }: Events): void {
  const latest = useRef({ hear, onLine })
  latest.current = { hear, onLine }
  useEffect(() => {
    if (path === undefined) return
    const source = new EventSource(path)
    for (const name of Object.keys(latest.current.hear))
      source.addEventListener(name, ({ data }: MessageEvent<string>) => latest.current.hear[name]?.(JSON.parse(data)))
    source.onopen = () => latest.current.onLine?.(true)
    source.onerror = () => {
      latest.current.onLine?.(false)
      // Refused for good: most likely because the session has ended.
      if (source.readyState === EventSource.CLOSED)
        whoIsSignedIn().then(
          (name) => name === undefined && reportSignedOut(),
          () => {},
        )
    }
    return () => source.close()
  }, [path])
}
