import type { Hasher } from '@seekyou/service'
import type { SqlStore } from '@seekyou/store-sql'
import type { Logger } from 'pino'
import type { Config, Endpoint, HashCost } from '../config.ts'

/** What a node is started with. */
export interface NodeOptions {
  readonly udp: Endpoint
  /** The data folder; it exists. */
  readonly folder: string
  readonly registration: Config['registration']
  readonly limits: boolean
  readonly log: Logger
  readonly hashCost: HashCost
}

/** A server that takes datagrams. */
export interface RunningNode {
  /** Where it listens, with the actual port. */
  readonly udp: Endpoint
  readonly store: SqlStore
  readonly hasher: Hasher
  /** Signs a user off (0028), if they are signed on. */
  forceOff(uin: number): void
  /** Stops taking datagrams, commits what is open and closes the store. */
  stop(): Promise<void>
}
