import { type Availability, availabilityOf, formatAddress, isInvisible, isWeb, type Status } from '@seekyou/language'
import type { LinkRow } from '@seekyou/office'
import type { LiveLink } from '@seekyou/server'
import { type CodePageName, codePage, guessCodePage } from '@seekyou/wire'

/**
 * Everybody who is signed on, by number. `wall`: the time of day that belongs to a moment of the node's clock; `otherwise`: how people
 * are taken to write whose profiles do not tell.
 */
export function linkRows(
  links: Iterable<LiveLink>,
  wall: (at: number) => number,
  otherwise: CodePageName,
): readonly LinkRow[] {
  const rows = Array.from(links, ({ uin, info, address, status, since, heardAt }): LinkRow => {
    const { nick, first, last, email } = info
    return {
      uin,
      nick: codePage(guessCodePage([nick, first, last, email], otherwise)).decode(nick),
      address: formatAddress(address),
      over: isWeb(address) ? 'web' : 'udp',
      since,
      status: statusName(status),
      lastHeardAt: wall(heardAt),
    }
  })
  return rows.sort((a, b) => a.uin - b.uin)
}

const statusName = (status: Status): Availability | 'invisible' =>
  isInvisible(status) ? 'invisible' : availabilityOf(status)
