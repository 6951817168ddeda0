import { useEffect, useReducer, useRef, useState } from 'react'
import { reportSignedOut } from './signed-out.ts'
import { asTrouble, type Trouble } from './trouble.ts'

/** What was asked: the last answer stays when a later question fails. */
export interface Asked<Answer> {
  readonly answer: Answer | undefined
  /** When the answer came, in milliseconds since 1970. */
  readonly answeredAt: number | undefined
  readonly trouble: Trouble | undefined
  readonly isAsking: boolean
  /** Asks once more. */
  again(): void
}

/** Asks when the page opens, when `key` changes, and again on demand. What is on its way for an old key is forgotten. */
export function useAsked<Answer>(ask: () => Promise<Answer>, key: string): Asked<Answer> {
  const [round, again] = useReducer((count: number) => count + 1, 0)
  const [state, setState] = useState<Omit<Asked<Answer>, 'again'>>({
    answer: undefined,
    answeredAt: undefined,
    trouble: undefined,
    isAsking: true,
  })
  const asking = useRef(ask)
  asking.current = ask
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new key and a new round are what asks again
  useEffect(() => {
    let isOver = false
    setState((before) => ({ ...before, isAsking: true }))
    asking.current().then(
      (answer) => {
        if (!isOver) setState({ answer, answeredAt: Date.now(), trouble: undefined, isAsking: false })
      },
      (caught) => {
        const trouble = asTrouble(caught)
        if (trouble.kind === 'signedOut') reportSignedOut()
        else if (!isOver) setState((before) => ({ ...before, trouble, isAsking: false }))
      },
    )
    return () => {
      isOver = true
    }
  }, [key, round])
  return { ...state, again }
}
