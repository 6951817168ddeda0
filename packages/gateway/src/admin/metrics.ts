import type { Status } from '@seekyou/office'
import { Counter, Gauge, Registry } from 'prom-client'
import type { GatewayCounts } from '../counts.ts'
import type { AdminCounts } from './admin-counts.ts'
import { counterHelp } from './counter-help.ts'
import { gatewayHelp } from './gateway-help.ts'

/** The content type of what `metricsText` makes. */
export const metricsType = Registry.PROMETHEUS_CONTENT_TYPE

/**
 * Everything that is counted and measured, as text for Prometheus. `counts`: of the listeners for browsers; what is missing there has not
 * happened.
 */
export function metricsText(status: Status, counts: Partial<GatewayCounts & AdminCounts>): Promise<string> {
  const registry = new Registry()
  const registers = [registry]
  const counters = (helps: Readonly<Record<string, string>>, values: Readonly<Record<string, number>>): void => {
    for (const [name, help] of Object.entries(helps)) {
      new Counter({ name: `seekyou_${snake(name)}_total`, help, registers }).inc(values[name] ?? 0)
    }
  }
  const gauge = (name: string, help: string, value: number): void =>
    new Gauge({ name: `seekyou_${name}`, help, registers }).set(value)
  const gauges = (name: string, help: string, label: string, values: Readonly<Record<string, number | null>>): void => {
    const made = new Gauge({ name: `seekyou_${name}`, help, labelNames: [label], registers })
    for (const [of, value] of Object.entries(values)) made.set({ [label]: of }, value ?? Number.POSITIVE_INFINITY)
  }

  counters(counterHelp, status.counters)
  counters(gatewayHelp, { ...counts })
  const { memory, handles, delayMs } = status.health
  gauge('online', 'Users who are signed on', status.online)
  gauge('web_sockets', 'WebSockets that are open', (counts.webSocketsOpened ?? 0) - (counts.webSocketsClosed ?? 0))
  gauge('uptime_seconds', 'Seconds since the start', status.uptimeMs / 1_000)
  gauge('store_calls', 'Calls that wait for the store', status.storeCalls)
  gauge('handles', 'Sockets, timers and files that the process waits for', handles)
  gauges('memory_bytes', 'Memory of the process, of JavaScript objects, and of buffers beside them', 'of', {
    process: memory.rss,
    objects: memory.heapUsed,
    buffers: memory.external,
  })
  gauges('event_loop_delay_seconds', 'How late the process came to its work in the last minute', 'quantile', {
    '0.5': delayMs.p50 / 1_000,
    '0.99': delayMs.p99 / 1_000,
    '1': delayMs.max / 1_000,
  })
  gauges('limit', 'How much of everything is allowed', 'name', status.limits)
  return registry.metrics()
}

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
