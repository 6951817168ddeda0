import { createContext, type ReactNode, use, useCallback, useEffect, useState } from 'react'
import { Symbol } from '../../look/symbol.tsx'

const SayContext = createContext<(sentence: string) => void>(() => {})

/** Says for a while what an action led to, visibly and to screen readers. */
export const useSay = (): ((sentence: string) => void) => use(SayContext)

const shownMs = 7_000

/** Everything that may say something, and the place where it is said. */
export function Saying({ children }: { readonly children: ReactNode }): ReactNode {
  const [said, setSaid] = useState<{ readonly sentence: string }>()
  const say = useCallback((sentence: string) => setSaid({ sentence }), [])
  useEffect(() => {
    if (said === undefined) return
    const timer = setTimeout(() => setSaid(undefined), shownMs)
    return () => clearTimeout(timer)
  }, [said])
  return (
    <SayContext value={say}>
      {children}
      <div className="said" role="status">
        {said && (
          <>
            <Symbol name="i-check" />
            {said.sentence}
          </>
        )}
      </div>
    </SayContext>
  )
}
