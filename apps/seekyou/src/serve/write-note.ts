import { formatAddress } from '@seekyou/language'
import type { Note } from '@seekyou/server'
import type { Logger } from 'pino'

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
        log.info({ ...rest, address: formatAddress(address) }, what)
      }
    }
  }
}
