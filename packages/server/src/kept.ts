import type { Millis } from '@seekyou/language'
import type { Message } from '@seekyou/service'

/** Somebody waits until a number of messages are safe (one, or the parts of a long text). */
export interface Claim {
  /** How many are not yet safe. */
  pending: number
}

/** A message in the keeper's care. It is also the receipt under which it travels on a link. */
export interface Kept<By extends Claim> {
  readonly kind: 'message'
  readonly message: Message
  /** Who waits for it to be safe; undefined when nobody does (any more). */
  claim: By | undefined
  stage: 'open' | 'committing' | 'stored' | 'done'
  delivered: boolean
  /** It is on its way on a link that lives. */
  isUnderWay: boolean
  readonly acceptedAt: Millis
  /** The sender has been told that it takes long. */
  told: boolean
}

export const newKept = <By extends Claim>(
  message: Message,
  claim: By | undefined,
  stage: Kept<By>['stage'],
  acceptedAt: Millis,
): Kept<By> => ({
  kind: 'message',
  message,
  claim,
  stage,
  delivered: false,
  isUnderWay: false,
  acceptedAt,
  told: false,
})

/** A message has become safe, or will never be. Returns the claim if this was the last one that it waited for. */
export function satisfy<By extends Claim>(entry: Kept<By>): By | undefined {
  const { claim } = entry
  if (!claim) return undefined
  entry.claim = undefined
  claim.pending -= 1
  return claim.pending === 0 ? claim : undefined
}
