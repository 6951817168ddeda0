import { useEffect, useState } from 'react'
import type { ServerCard } from '../server-card.ts'

/** What the server says about itself at this moment: whether it gives out numbers can change at any time. */
export function useCard(): { readonly card: ServerCard | 'asking' | 'away'; readonly again: () => void } {
  const [card, setCard] = useState<ServerCard | 'asking' | 'away'>('asking')
  const [tries, setTries] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try asks again
  useEffect(() => {
    const given = new AbortController()
    setCard('asking')
    fetch('/server.json', { signal: given.signal, cache: 'no-store' })
      .then(async (response) => {
        if (!response.ok) throw new Error(`server.json: ${response.status}`)
        setCard((await response.json()) as ServerCard)
      })
      .catch(() => {
        if (!given.signal.aborted) setCard('away')
      })
    return () => given.abort()
  }, [tries])
  return { card, again: () => setTries((before) => before + 1) }
}
