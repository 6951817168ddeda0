import { Life } from './life.ts'
import type { ConnectOptions } from './options.ts'
import { User } from './user.ts'

export type { ConnectOptions }

/** Somebody on the way to being on line. */
export interface BegunConnecting {
  /** Can be listened to and asked from the first moment on; what is sent or asked waits for the line. */
  readonly user: User
  /** Fulfilled when the server has let them in. Rejects with what `connect` rejects with. */
  readonly online: Promise<void>
}

/**
 * Comes on line and resolves with the user when the server has let them in. Rejects with `SignOnError` or `CannotReach` (with `keepTrying`
 * only when the password is wrong), with the signal's reason, or with a RangeError for options that cannot be meant.
 */
export async function connect(options: ConnectOptions): Promise<User> {
  const { user, online } = beginConnecting(options)
  await online
  return user
}

/**
 * The same for programs that show their user before the line is there. Throws a RangeError for options that cannot be meant. `online`
 * need not be awaited: that it was in vain is told by a `state` event as well.
 */
export function beginConnecting(options: ConnectOptions): BegunConnecting {
  const life = new Life(options)
  const online = life.begin()
  online.catch(() => {})
  return { user: new User(life), online }
}
