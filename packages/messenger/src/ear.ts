import type { Millis, WallMillis } from '@seekyou/language'
import type { Content, MessageEvent, PresenceEvent, World } from '@seekyou/sdk'
import type { ContactBook } from './contact-book.ts'
import type { Notice, Request } from './contract.ts'
import { EntryIds } from './entry-ids.ts'
import type { Hearers } from './hearers.ts'
import type { HeardEvent } from './line-keeper.ts'
import type { People } from './people.ts'
import type { RequestBox } from './request-box.ts'
import type { Talks } from './talks.ts'

/** Who is told of what is heard. */
interface Parts {
  readonly people: People
  readonly talks: Talks
  readonly book: ContactBook
  readonly box: RequestBox
  readonly notices: Hearers<Notice>
}

/** For so long after the line came up nobody is said to have come: they were there before. In milliseconds. */
const quietMs: Millis = 10_000

/** Hears what happens to a user, and tells the part that it concerns. */
export class Ear {
  readonly #world: World
  readonly #parts: Parts
  readonly #ids: EntryIds
  #upAt: Millis = 0

  constructor(world: World, parts: Parts) {
    this.#world = world
    this.#parts = parts
    this.#ids = new EntryIds(world)
  }

  /** A new line: first the server tells how everything is. */
  lineUp(): void {
    this.#upAt = this.#world.now()
  }

  hear(event: HeardEvent): void {
    switch (event.type) {
      case 'online':
      case 'statusChanged':
      case 'offline':
        this.#hearPresence(event)
        break
      case 'authorizationRequested':
      case 'added':
      case 'authorizationGranted':
      case 'authorizationRefused':
        this.#hearRequest(event)
        break
      // Both need direct connections, which there are none of here.
      case 'chatRequested':
      case 'filesOffered':
        break
      default:
        this.#parts.talks.arrive(event, contentOf(event))
    }
  }

  #hearPresence(event: PresenceEvent): void {
    const { people, talks, notices } = this.#parts
    const { uin } = event
    const status = event.type === 'offline' ? undefined : event.status
    people.setStatus(uin, status, this.#now())
    if (this.#world.now() < this.#upAt + quietMs) return
    talks.changeStatus(uin, status)
    const person = people.person(uin)
    if (event.type === 'online' && !person.isMuted) notices.tell({ what: 'online', person })
  }

  #hearRequest(event: Extract<MessageEvent, { type: Request['what'] }>): void {
    const { people, book, box, notices } = this.#parts
    const { type: what, from, isStored, sentAt } = event
    const at = isStored ? Math.min(sentAt, this.#now()) : this.#now()
    const { nick = '', first = '', last = '', email = '', reason = '' }: Partial<Request> = { ...event }
    const request: Request = { id: this.#ids.next(), from, at, what, nick, first, last, email, reason }
    book.hear(event)
    box.put(request)
    if (!people.person(from).isMuted) notices.tell({ what: 'request', request })
  }

  #now(): WallMillis {
    return this.#world.wall(this.#world.now())
  }
}

/** What a message says, without how it came. */
function contentOf(event: MessageEvent): Content {
  const { from, kind, raw, via, isProven, isToSeveral, isStored, urgency, sentAt, ...content } = event
  return content as Content
}
