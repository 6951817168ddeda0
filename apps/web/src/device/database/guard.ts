import type { Watchable } from '../../look/watchable.ts'
import type { Trouble } from '../contract.ts'

/** Does what the storage should do; when it cannot, tells the trouble once and does without. */
export type Guard = <Result>(act: () => Promise<Result>, without: () => Result) => Promise<Result>

export function guard(trouble: Watchable<Trouble | undefined>): Guard {
  return async (act, without) => {
    try {
      return await act()
    } catch (error) {
      if (trouble.get() === undefined) trouble.set(troubleOf(error))
      return without()
    }
  }
}

function troubleOf(error: unknown): Trouble {
  const name = error instanceof Error ? error.name : ''
  if (name === 'QuotaExceededError') return 'full'
  return name === 'VersionError' ? 'outdated' : 'noStorage'
}
