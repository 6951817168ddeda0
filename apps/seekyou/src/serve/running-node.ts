import type { Gateway, HttpEndpoint } from '@seekyou/gateway'
import type { Config } from '../config.ts'
import type { Registry } from '../control/registry.ts'
import type { PassingPacket } from './packet-taps.ts'

/** The options of a server, and whether somebody has said who may register: if not, what was chosen while it ran holds. */
export interface ServeConfig extends Config {
  readonly isRegistrationFixed: boolean
}

/** Where browsers find the application and the admin pages, as URLs; undefined: nowhere. */
export interface Places {
  http: string | undefined
  adminHttp: string | undefined
}

/** A server that takes datagrams. */
export interface RunningNode extends Registry {
  /** Where it listens for browsers, with the actual port; undefined: nowhere. */
  readonly http: HttpEndpoint | undefined
  readonly places: Places
  /** What the gateway counts; undefined where there is none. */
  readonly webCounts: Gateway['counts'] | undefined
  /** Tells of every datagram of this user from now on. Returns what stops it. */
  watchPackets(uin: number, hear: (packet: PassingPacket) => void): () => void
  /** Why it cannot do its work at the moment, in a sentence. */
  trouble(): string | undefined
  /** Stops taking datagrams, commits what is open and closes the store. */
  stop(): Promise<void>
}
