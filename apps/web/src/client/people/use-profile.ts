import type { Uin } from '@seekyou/language'
import type { LongProfile, Profile } from '@seekyou/sdk'
import { useEffect, useState } from 'react'
import { useMessenger } from '../contexts.ts'

/** What somebody tells of themselves, as far as the server has answered. */
export interface KnownProfile {
  readonly state: 'asking' | 'known' | 'failed'
  readonly profile: Profile | undefined
  readonly longProfile: LongProfile | undefined
  /** Asks the server once more; what is known stays in view. */
  again(): void
}

export function useProfile(uin: Uin): KnownProfile {
  const messenger = useMessenger()
  const [known, setKnown] = useState<Omit<KnownProfile, 'again'>>({
    state: 'asking',
    profile: undefined,
    longProfile: undefined,
  })
  const [tries, setTries] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try asks again
  useEffect(() => {
    let isWanted = true
    setKnown((before) => ({ ...before, state: 'asking' }))
    messenger.profile(uin).then(
      (answer) => isWanted && setKnown({ state: 'known', ...answer }),
      () => isWanted && setKnown((before) => ({ ...before, state: 'failed' })),
    )
    return () => {
      isWanted = false
    }
  }, [messenger, uin, tries])
  return { ...known, again: () => setTries((before) => before + 1) }
}
