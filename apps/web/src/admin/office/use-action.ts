import { useState } from 'react'
import { reportSignedOut } from './signed-out.ts'
import { asTrouble, type Trouble } from './trouble.ts'

/** Something that is done at a press: whether it is under way, and what went wrong last time. */
export interface Action {
  readonly isBusy: boolean
  readonly trouble: Trouble | undefined
  /** Does it, unless it is under way. True: it was done. */
  run(task: () => Promise<void>): Promise<boolean>
  forget(): void
}

export function useAction(): Action {
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const run = async (task: () => Promise<void>): Promise<boolean> => {
    if (isBusy) return false
    setBusy(true)
    setTrouble(undefined)
    try {
      await task()
      return true
    } catch (caught) {
      const found = asTrouble(caught)
      if (found.kind === 'signedOut') reportSignedOut()
      else setTrouble(found)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, trouble, run, forget: () => setTrouble(undefined) }
}
