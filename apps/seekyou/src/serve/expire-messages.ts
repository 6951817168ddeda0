import type { SqlStore } from '@seekyou/store-sql'
import type { Logger } from 'pino'

const hourMs = 3_600_000

/** Removes messages that have waited longer than `afterMs`, at once and then every hour. With `Infinity`, none. Call `stop` at the end. */
export function expireMessages(
  store: Pick<SqlStore, 'expireMessages'>,
  afterMs: number,
  log: Pick<Logger, 'info' | 'error'>,
): { stop(): void } {
  if (afterMs === Number.POSITIVE_INFINITY) return { stop() {} }
  const expire = (): void => {
    store.expireMessages(Date.now() - afterMs).then(
      (removed) => log.info({ removed }, 'old messages were removed'),
      (err) => log.error({ err }, 'old messages could not be removed; it is tried again in an hour'),
    )
  }
  expire()
  const timer = setInterval(expire, hourMs)
  return { stop: () => clearInterval(timer) }
}
