import type { Uin } from '@seekyou/language'
import { watchable } from '../look/watchable.ts'
import { channelClaim } from './channel-claim.ts'
import type { Claim } from './contract.ts'

/** How long a lock is waited for, in milliseconds: a page that was just left or loaded again needs a moment to let go. */
const patience = 300

/**
 * The right to be the one tab in which an account is open: a lock that the browser keeps, and takes back from a tab that is
 * closed or has crashed. Where there are no locks (pages that came by plain HTTP from another machine) tabs ask each other.
 */
export function claim(uin: Uin): Claim {
  const name = `seekyou ${uin}`
  return navigator.locks === undefined ? channelClaim(name) : lockClaim(name)
}

function lockClaim(name: string): Claim {
  const isOurs = watchable(false)
  let isReleased = false
  let letGo = (): void => {}

  /** Holds the lock until it is released, or stolen by another tab. Resolves as soon as it is known whether it is ours. */
  const hold = (options: LockOptions): Promise<boolean> =>
    new Promise((resolve) => {
      const held = Promise.withResolvers<void>()
      navigator.locks
        .request(name, options, () => {
          if (isReleased) return resolve(false)
          letGo = held.resolve
          isOurs.set(true)
          resolve(true)
          return held.promise
        })
        .catch(() => resolve(false))
        .finally(() => {
          // Of a lock that was taken anew only the last holding counts.
          if (letGo === held.resolve) isOurs.set(false)
        })
    })

  return {
    isOurs,
    known: hold({ signal: AbortSignal.timeout(patience) }),
    take() {
      if (!isOurs.get()) void hold({ steal: true })
    },
    release() {
      isReleased = true
      letGo()
    },
  }
}
