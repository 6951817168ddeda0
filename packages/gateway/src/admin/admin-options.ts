import type { Meet } from '@seekyou/office'
import type { CertificateFiles } from '../certificate.ts'
import type { GatewayCounts } from '../counts.ts'
import type { HttpEndpoint } from '../listen-http.ts'

/** A datagram of one user as it passes the server. */
export interface PassingPacket {
  /** Milliseconds since 1970. */
  readonly at: number
  /** `in`: from the user's client. */
  readonly direction: 'in' | 'out'
  readonly bytes: Uint8Array
}

/** What the administrators' side of a server needs. */
export interface AdminOptions {
  /** Where to listen; port 0 takes any free one. */
  readonly http: HttpEndpoint
  /** Undefined: without encryption. */
  readonly tls?: CertificateFiles | undefined
  /** Names beside `localhost` and IP addresses under which browsers may open the pages. */
  readonly hosts?: readonly string[] | undefined
  /** The folder with the built pages. */
  readonly app: string
  /** The folder with the backups. */
  readonly backups: string
  /** The version of the program, for the document of the API. */
  readonly version: string
  readonly meet: Meet
  /** Tells of every datagram of this user from now on. Returns what stops it. */
  watchPackets(uin: number, hear: (packet: PassingPacket) => void): () => void
  /** What the chat's listener has counted. Undefined: there is none. */
  counts?: (() => GatewayCounts) | undefined
  /** Why the server cannot do its work at the moment, in a sentence; undefined: it can. */
  trouble(): Promise<string | undefined> | string | undefined
  /** Hears about our own bugs. */
  report(error: unknown): void
}
