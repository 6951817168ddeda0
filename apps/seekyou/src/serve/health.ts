import { type Histogram, monitorEventLoopDelay } from 'node:perf_hooks'
import type { Health } from '@seekyou/office'

/** How often it is looked whether this process comes to its work in time, in milliseconds. */
const lookEveryMs = 20
const minuteMs = 60_000

/**
 * Watches from now on how well this process is, and returns what tells it. Delays are those of the last full minute, in the first
 * minute of what there is of it. Keeps no process alive.
 */
export function watchHealth(): () => Health {
  const delays = monitorEventLoopDelay({ resolution: lookEveryMs })
  delays.enable()
  let lastMinute: Health['delayMs'] | undefined
  setInterval(() => {
    lastMinute = inMs(delays)
    delays.reset()
  }, minuteMs).unref()
  return () => {
    const { rss, heapUsed, external } = process.memoryUsage()
    return {
      memory: { rss, heapUsed, external },
      handles: process.getActiveResourcesInfo().length,
      delayMs: lastMinute ?? inMs(delays),
    }
  }
}

/** The histogram holds nanoseconds from look to look. */
function inMs(delays: Histogram): Health['delayMs'] {
  const late = (nanoseconds: number): number => Math.max(0, Math.round(nanoseconds / 1e4 - lookEveryMs * 100) / 100)
  if (delays.count === 0) return { p50: 0, p99: 0, max: 0 }
  return { p50: late(delays.percentile(50)), p99: late(delays.percentile(99)), max: late(delays.max) }
}
