import type { Endpoint } from '../config.ts'
import type { Registry } from '../control/registry.ts'

/** A server that takes datagrams. */
export interface RunningNode extends Registry {
  /** Where it listens, with the actual port. */
  readonly udp: Endpoint
  /** Stops taking datagrams, commits what is open and closes the store. */
  stop(): Promise<void>
}
