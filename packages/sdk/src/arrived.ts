import type { News } from '@seekyou/client'
import { plainKind, type Text, type Uin, type WallMillis } from '@seekyou/language'
import type { CodePage } from '@seekyou/wire'
import { toSeveral } from './content/content.ts'
import { readContent } from './content/read-content.ts'
import type { Arrived, MessageEvent, PresenceEvent } from './events.ts'
import { nameOfStatus } from './status-name.ts'

/** What the machine tells about others, in the words of this library. `at` is the time of day. */
export function readNews(
  news: News,
  pageOf: (uin: Uin, text: Text) => CodePage,
  at: WallMillis,
): MessageEvent | PresenceEvent {
  switch (news.name) {
    case 'contactOnline':
      return { type: 'online', uin: news.uin, status: nameOfStatus(news.status) }
    case 'contactStatusChanged':
      return { type: 'statusChanged', uin: news.uin, status: nameOfStatus(news.status) }
    case 'contactOffline':
      return { type: 'offline', uin: news.uin }
    default: {
      const isDirect = news.name === 'peerMessageArrived'
      const kind = repaired(news.kind)
      const arrived: Arrived = {
        from: news.from,
        kind: plainKind(kind),
        raw: news.text,
        via: isDirect ? 'peer' : 'server',
        isProven: isDirect ? news.isProven : true,
        isToSeveral: (kind & toSeveral) !== 0,
        isStored: news.name === 'storedMessageArrived',
        urgency: isDirect ? news.urgency : 'normal',
        sentAt: news.name === 'storedMessageArrived' ? news.at : at,
      }
      return { ...readContent(kind, news.text, pageOf(news.from, news.text)), ...arrived }
    }
  }
}

/** COMPAT ICQ 99b: some messages come with the two bytes of their kind in the wrong order, which no kind of 1998 has. */
function repaired(kind: number): number {
  const turned = ((kind & 0xff) << 8) | (kind >>> 8)
  return plainKind(kind) > 0xff && plainKind(turned) <= 0xff && turned !== 0 ? turned : kind
}
