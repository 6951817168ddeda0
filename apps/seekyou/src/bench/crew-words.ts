// What the program and its crews say to each other. A crew is a process of its own with a part of the users.
import type { Counts } from './crew/counts.ts'
import type { HistogramData } from './histogram.ts'
import type { PhaseName } from './phases.ts'

/** How often something happens in a second. */
export interface Rates {
  readonly messages: number
  readonly changes: number
  readonly visits: number
  readonly keepAlives: number
}

/** What a crew must know before it begins. Times in milliseconds. */
export interface CrewOptions {
  /** The server; a dotted IPv4 address. */
  readonly host: string
  readonly port: number
  /** The number of its first user; the others follow. */
  readonly first: number
  readonly users: number
  /** How many users the crews before it have: addresses are given by place in the whole load. */
  readonly before: number
  readonly password: string
  readonly register: boolean
  readonly sources: 'addresses' | 'ports'
  /** How many sign on, or announce their contacts, at a time. */
  readonly abreast: number
  readonly contacts: number
  readonly rates: Rates
  /** How long recipients wait before they acknowledge a message. */
  readonly slownessMs: number
  /** How long an answer is waited for in the end. */
  readonly patienceMs: number
}

export type Order =
  | { readonly kind: 'open'; readonly options: CrewOptions }
  | { readonly kind: 'start'; readonly phase: PhaseName }
  | { readonly kind: 'measure' }
  | { readonly kind: 'stop' }

export type CrewWord =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly tally: Tally }
  /** It cannot go on; one sentence for the person who started it. */
  | { readonly kind: 'failed'; readonly sentence: string }

/** What one crew has measured in one phase. */
export interface Tally {
  /** How long the measured part was. */
  readonly seconds: number
  /** Operations that ended within it. */
  readonly operations: number
  /** How long things took that were due within it, by name. */
  readonly timings: Readonly<Record<string, HistogramData>>
  /** Of the whole phase, warming up and coming to rest included. */
  readonly counts: Counts
  readonly onLine: number
  readonly wrongPasswords: number
  /** Processor time of the crew within the measured part. */
  readonly cpuSeconds: number
}
