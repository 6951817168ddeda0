import type { Complaint, Town } from './town.ts'
import { sayWeather, type Weather } from './weather.ts'

/** What one run came to. */
export interface Report {
  readonly complaints: readonly Complaint[]
  /** What could go wrong, in words. */
  readonly weather: string
  readonly hash: string
  readonly events: number
  readonly virtualMs: number
  readonly datagrams: number
  readonly lost: number
  readonly crashes: number
  readonly stops: number
  readonly visits: {
    /** How many times a visit has outlived the server's process. */
    readonly resumed: number
    /** How many times one has not, for which there was an excuse. */
    readonly forgotten: number
  }
  readonly messages: {
    readonly written: number
    readonly acknowledged: number
    readonly shown: number
    readonly repeated: number
    readonly refused: number
  }
  /** What went from one person to another without the server. */
  readonly direct: {
    readonly messages: number
    /** Files, and pieces of chats. */
    readonly received: number
    readonly connections: number
    readonly broken: number
  }
  readonly directory: {
    /** Answers about people, all of them true. */
    readonly answers: number
    /** Changes of profile and password that were confirmed, all of them kept. */
    readonly changes: number
    readonly passwordsChecked: number
  }
  /** The most bytes that an address without proof was told for each byte that came from there. */
  readonly amplification: number
  readonly presence: {
    /** How many times somebody had to learn something. */
    readonly changes: number
    /** Which share of them knew within 30 seconds. */
    readonly within30s: number
    readonly p995Ms: number
    readonly worstMs: number
  }
}

export function reportOf(town: Town, weather: Weather): Report {
  const messages = { written: 0, acknowledged: 0, shown: 0, repeated: town.repeats.count, refused: 0 }
  for (const { turn, showings, refused } of town.ledger.entries()) {
    messages.written += 1
    if (turn !== undefined) messages.acknowledged += 1
    if (showings.length > 0) messages.shown += 1
    if (refused) messages.refused += 1
  }
  const { latencies } = town.convergence
  return {
    complaints: town.complaints,
    weather: sayWeather(weather),
    hash: town.trace.toString(),
    events: town.trace.count,
    virtualMs: town.now,
    datagrams: town.network.counters.sent,
    lost: town.network.counters.lost,
    crashes: town.server.past.crashes,
    stops: town.server.past.stops,
    visits: { resumed: town.continuity.resumed, forgotten: town.continuity.forgotten },
    messages,
    direct: {
      messages: town.faceToFace.count,
      received: town.keepsakes.count,
      connections: town.wires.counters.connections,
      broken: town.wires.counters.broken + town.wires.counters.silenced,
    },
    directory: {
      answers: town.directory.answers,
      changes: town.changes.confirmations,
      passwordsChecked: town.store.passwordsChecked,
    },
    amplification: town.amplification.worst,
    presence: {
      changes: latencies.count,
      within30s: latencies.shareWithin(30_000),
      p995Ms: latencies.quantile(0.995),
      worstMs: latencies.worst,
    },
  }
}
