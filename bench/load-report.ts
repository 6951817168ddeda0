// What of `seekyou bench --json` is used here; the whole is described where it is written.

/** Times in milliseconds. */
export interface LoadTiming {
  readonly count: number
  readonly p50: number
  readonly p90: number
  readonly p99: number
  readonly max: number
}

export interface LoadPhase {
  readonly phase: string
  readonly users: number
  readonly seconds: number
  readonly operations: number
  readonly perSecond: number
  readonly timings: Readonly<Record<string, LoadTiming>>
  readonly lost: number
  readonly counts: Readonly<Record<'met' | 'repeated' | 'resent' | 'refused' | 'unexpected' | 'datagramsOut', number>>
  readonly server?: {
    readonly cpuSeconds: number
    readonly cpuPerOperationUs?: number
    readonly coresBusy: number
    readonly residentMiB: number
  }
  readonly loadCpuPerOperationUs: number
}

export interface LoadReport {
  readonly name: string
  readonly phases: readonly LoadPhase[]
}

/** A file of reports; whatever else it says is kept. */
export interface LoadFile {
  readonly machine: unknown
  readonly reports: readonly LoadReport[]
}

/** The last phase of this name. Throws when there is none. */
export function phaseOf({ name, phases }: LoadReport, wanted: string): LoadPhase {
  const phase = phases.findLast(({ phase }) => phase === wanted)
  if (phase === undefined) throw new Error(`${name} was not measured in the phase ${wanted}`)
  return phase
}
