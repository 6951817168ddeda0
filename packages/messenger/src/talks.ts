import type { Uin, WallMillis } from '@seekyou/language'
import type { MessageEvent, NamedContact, StatusName, World } from '@seekyou/sdk'
import type { CodePageGuesses } from './code-page-guesses.ts'
import type { Conversation, Entry, EntryContent, Notice, Person, Watched } from './contract.ts'
import { Drafts } from './drafts.ts'
import { EntryIds } from './entry-ids.ts'
import type { Journal } from './journal.ts'
import type { Notes } from './notes.ts'
import { Outbox } from './outbox.ts'
import type { People } from './people.ts'
import { markerOf, newRecord, notRead, said } from './person-record.ts'
import { Talk } from './talk.ts'

interface TalksOptions {
  readonly world: World
  readonly notes: Notes
  readonly people: People
  readonly journal: Journal
  readonly guesses: CodePageGuesses
  readonly notice: (notice: Notice) => void
  /** Somebody has written for the first time. */
  readonly met: (uin: Uin) => void
}

/** All conversations, and what is sent and received in them. */
export class Talks {
  readonly outbox: Outbox
  readonly #options: TalksOptions
  readonly #ids: EntryIds
  readonly #talks = new Map<Uin, Talk>()
  readonly #drafts: Drafts
  /** Whose stored messages have been told of since the line is up. */
  readonly #told = new Set<Uin>()
  #looked: Uin | undefined

  constructor(options: TalksOptions) {
    const { notes, world } = options
    this.#options = options
    this.#ids = new EntryIds(world)
    this.#drafts = new Drafts(notes)
    this.outbox = new Outbox({ notes, became: (entry) => this.#become(entry) })
  }

  /** Takes up what the device has kept. */
  load(): void {
    for (const [uin, draft] of this.#drafts.load()) this.#talks.get(uin)?.setDraft(draft)
    this.outbox.load()
    for (const talk of this.#talks.values()) void talk.load()
  }

  /** A new line: what waited at the server comes now. */
  lineUp(): void {
    this.#told.clear()
  }

  /** Made when it is first asked for. `isReady`: what the device has kept is there. */
  conversation(uin: Uin, isReady: boolean): Watched<Conversation> {
    let talk = this.#talks.get(uin)
    if (!talk) {
      talk = this.#newTalk(uin)
      this.#talks.set(uin, talk)
      if (isReady) void talk.load()
    }
    return talk.conversation
  }

  /** A message has come. */
  arrive(event: MessageEvent, content: EntryContent): void {
    const { people, guesses, met } = this.#options
    const { from, isStored, sentAt, isToSeveral } = event
    const now = this.#now()
    const isNew = people.record(from)?.last === undefined
    const guessedPage = guesses.of(from)
    if (guessedPage && guessedPage !== people.pageOf(from)) people.change(from, { guessedPage })
    const entry: Entry = {
      id: this.#ids.next(),
      with: from,
      at: isStored ? Math.min(sentAt, now) : now,
      author: 'them',
      content,
      codePage: people.pageOf(from),
      ...(isStored && { isStored }),
      ...(isToSeveral && { isToSeveral }),
    }
    this.#add(entry)
    const unread = this.#looked === from ? {} : notRead(people.record(from)!, entry)
    people.change(from, { ...unread, ...(!isStored && { seenAt: now }) })
    this.#talks.get(from)?.changed()
    if (isNew) met(from)
    this.#tell(entry, people.person(from))
  }

  /** Somebody came, went or changed their status; told where it matters just now. */
  changeStatus(uin: Uin, status: StatusName | undefined): void {
    const record = this.#options.people.record(uin)
    const now = this.#now()
    const isToday = record?.last !== undefined && isSameDay(record.last.at, now)
    if (this.#looked !== uin && !isToday) return
    const entry: Entry = {
      id: this.#ids.next(),
      with: uin,
      at: now,
      author: 'program',
      content: { type: 'status', status },
    }
    this.#options.journal.put(entry)
    this.#talks.get(uin)?.put(entry)
  }

  send(uin: Uin, text: string): void {
    if (text.trim() === '') return
    this.#say(uin, { type: 'message', text })
    this.setDraft(uin, '')
  }

  sendUrl(uin: Uin, url: string, description: string): void {
    this.#say(uin, { type: 'url', url, description })
  }

  sendContacts(uin: Uin, contacts: readonly NamedContact[]): void {
    if (contacts.length > 0) this.#say(uin, { type: 'contacts', contacts })
  }

  /** Says something between the programs, which no conversation shows. */
  mention(uin: Uin, content: EntryContent): void {
    this.outbox.put(this.#entry(uin, content), this.#options.people.pageOf(uin))
  }

  retry(id: string): void {
    const entry = this.#find(id)
    if (entry?.state !== 'failed') return
    this.#add(this.outbox.put(entry, this.#options.people.pageOf(entry.with)))
  }

  discard(id: string): void {
    const entry = this.#find(id) ?? this.outbox.entry(id)
    if (entry?.author !== 'me' || entry.state === 'accepted') return
    this.outbox.withdraw(id)
    this.#options.journal.remove(id)
    this.#talks.get(entry.with)?.remove(id)
  }

  setDraft(uin: Uin, text: string): void {
    if (this.#drafts.get(uin) === text) return
    this.#drafts.set(uin, text)
    this.#talks.get(uin)?.setDraft(text)
  }

  async loadEarlier(uin: Uin): Promise<void> {
    this.conversation(uin, true)
    await this.#talks.get(uin)?.loadEarlier()
  }

  look(uin: Uin | undefined): void {
    const { people } = this.#options
    const left = this.#looked
    this.#looked = uin
    if (left !== undefined && left !== uin) this.#talks.get(left)?.leave()
    const record = uin === undefined ? undefined : people.record(uin)
    if (uin === undefined || !record || record.unread === 0) return
    const talk = this.#talks.get(uin)
    talk?.mark(markerOf(record))
    people.change(uin, { unread: 0, firstUnread: undefined })
    talk?.changed()
  }

  /** Everything that was said with somebody, or with all, is gone; also what waits to be sent. */
  async clear(uin?: Uin): Promise<void> {
    const { people, journal } = this.#options
    for (const entry of this.outbox.entries()) {
      if (isShown(entry) && (uin === undefined || entry.with === uin)) this.outbox.withdraw(entry.id)
    }
    for (const [other, talk] of this.#talks) if (uin === undefined || other === uin) talk.clear()
    for (const [other, { isContact, sight, isMuted }] of [...people.records()]) {
      if (uin !== undefined && other !== uin) continue
      if (isContact || sight !== 'asUsual' || isMuted) {
        people.change(other, { last: undefined, unread: 0, firstUnread: undefined })
      } else people.forget(other)
    }
    await journal.clear(uin)
  }

  /** Something that is shown of somebody in their conversation has changed; without a number: of everybody. */
  touch(uin?: Uin): void {
    for (const [other, talk] of this.#talks) if (uin === undefined || other === uin) talk.changed()
  }

  #say(uin: Uin, content: EntryContent): void {
    this.#add(this.outbox.put(this.#entry(uin, content), this.#options.people.pageOf(uin)))
  }

  #entry(uin: Uin, content: EntryContent): Entry {
    return { id: this.#ids.next(), with: uin, at: this.#now(), author: 'me', content }
  }

  #add(entry: Entry): void {
    const { people, journal } = this.#options
    journal.put(entry)
    this.#talks.get(entry.with)?.put(entry)
    people.change(entry.with, said(people.record(entry.with) ?? newRecord, entry))
  }

  #become(entry: Entry): void {
    if (!isShown(entry)) return
    this.#talks.get(entry.with)?.replace(entry)
    if (entry.state === 'waiting' || entry.state === 'sending') return
    this.#options.journal.put(entry)
    if (entry.state === 'failed') this.#options.notice({ what: 'failed', entry })
  }

  #tell(entry: Entry, person: Person): void {
    if (person.isMuted) return
    if (entry.isStored && this.#told.has(entry.with)) return
    if (entry.isStored) this.#told.add(entry.with)
    this.#options.notice({ what: 'message', entry, person })
  }

  #find(id: string): Entry | undefined {
    for (const talk of this.#talks.values()) {
      const entry = talk.entries.find((one) => one.id === id)
      if (entry) return entry
    }
    return undefined
  }

  #newTalk(uin: Uin): Talk {
    const { people, journal } = this.#options
    return new Talk(uin, this.#drafts.get(uin), {
      page: async (count, before) => (await journal.page(uin, count, before)).map((entry) => this.#current(entry)),
      about: () => {
        const record = people.record(uin)
        return { unread: record?.unread ?? 0, marker: record && markerOf(record), codePage: people.pageOf(uin) }
      },
    })
  }

  /** An entry from the history, of which the outbox may know more. One that waits nowhere was not kept. */
  #current(entry: Entry): Entry {
    if (entry.state !== 'waiting' && entry.state !== 'sending') return entry
    return this.outbox.entry(entry.id) ?? { ...entry, state: 'failed', because: 'notKept' }
  }

  #now(): WallMillis {
    const { world } = this.#options
    return world.wall(world.now())
  }
}

/** Questions and answers about authorization are no part of a conversation. */
const isShown = ({ content: { type } }: Entry): boolean => !type.startsWith('authorization')

const isSameDay = (one: WallMillis, other: WallMillis): boolean =>
  new Date(one).toDateString() === new Date(other).toDateString()
