import type { SqlStore } from '@seekyou/store-sql'
import type { Logger } from 'pino'

const hourMs = 3_600_000

/** Removes the accounts that were to leave, at once and then every hour, and writes it into the audit log. Call `stop` at the end. */
export function removeLeavers(
  store: Pick<SqlStore, 'removeLeavers' | 'writeAudit'>,
  log: Pick<Logger, 'info' | 'error'>,
): { stop(): void } {
  const remove = async (): Promise<void> => {
    try {
      const removed = await store.removeLeavers(Date.now())
      if (removed.length > 0) log.info({ removed: removed.length }, 'accounts were removed whose time had come')
      for (const uin of removed) {
        await store.writeAudit({
          by: 'server',
          what: 'removeUser',
          whom: String(uin),
          detail: 'after the grace period',
        })
      }
    } catch (err) {
      log.error({ err }, 'accounts could not be removed; it is tried again in an hour')
    }
  }
  void remove()
  const timer = setInterval(() => void remove(), hourMs)
  return { stop: () => clearInterval(timer) }
}
