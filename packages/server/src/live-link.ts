import type { Address, Info, Millis, Status, Uin, WallMillis } from '@seekyou/language'
import type { House } from './house.ts'

/** Somebody who is signed on, as an operator may see them. */
export interface LiveLink {
  readonly uin: Uin
  readonly info: Info
  readonly address: Address
  readonly status: Status
  /** When they signed on. */
  readonly since: WallMillis
  /** When anything came from them last, by the node's own clock. */
  readonly heardAt: Millis
}

/** Everybody who is signed on. */
export function* liveLinks({ guests, presence }: House): Iterable<LiveLink> {
  for (const { uin, address, opening, link } of guests.all()) {
    const present = presence.get(uin)
    if (!present) continue
    const { status, info } = present
    yield { uin, info, address, status, since: opening.at, heardAt: link.heardAt }
  }
}
