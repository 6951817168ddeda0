import type { GatewayNote } from '@seekyou/gateway'
import { formatAddress, isWeb } from '@seekyou/language'
import type { Note } from '@seekyou/server'
import type { Logger } from 'pino'
import type { Chronicle } from './chronicle.ts'

/** Writes what a node notes into the log: people coming and going as information, guesses as warnings, the world's trouble and bugs as errors. */
export function noteWriter(log: Logger): (note: Note) => void {
  return (note) => {
    switch (note.what) {
      case 'bug':
        log.error({ err: note.error }, 'bug: one conversation was ended')
        break
      case 'storeFailed':
        log.error({ err: note.cause }, 'the store failed; messages are kept in memory and tried again')
        break
      case 'storeWorks':
        log.warn('the store works again')
        break
      case 'takenUp':
        log.info({ links: note.links, forgotten: note.forgotten }, 'links of the last run were taken up again')
        break
      case 'farNumber':
        log.warn(
          { uin: note.uin, address: formatAddress(note.address) },
          'a command had a number far from those before it: somebody may be guessing',
        )
        break
      default: {
        const { what, address, ...rest } = note
        log.info({ ...rest, address: formatAddress(address), ...(isWeb(address) && { over: 'web' }) }, what)
      }
    }
  }
}

/** So many reports of one minute are written: anybody can send them. */
const cspReportsMax = 20
const minuteMs = 60_000

/** Writes what a gateway notes into the log and the chronicle. */
export function gatewayNoteWriter(
  log: Pick<Logger, 'warn'>,
  chronicle: Pick<Chronicle, 'note'>,
): (note: GatewayNote) => void {
  let minute = 0
  let written = 0
  return (note) => {
    if (note.what === 'untrustedProxy') {
      const text = `browsers come through a proxy at ${note.proxy} that is not trusted, so nobody knows their addresses: if it is yours, add --trusted-proxy ${note.proxy}`
      log.warn({ proxy: note.proxy }, text)
      chronicle.note({ kind: note.what, text })
      return
    }
    const now = Math.floor(performance.now() / minuteMs)
    if (now !== minute) written = 0
    minute = now
    written += 1
    if (written > cspReportsMax) return
    const { directive, blocked, source } = note
    log.warn({ directive, blocked, source }, 'a browser has kept a page from doing what it must not')
    chronicle.note({ kind: note.what, text: `a browser has kept a page from ${directive}: ${blocked} in ${source}` })
  }
}
