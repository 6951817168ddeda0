import { isUin, systemUin, type Uin, type WallMillis } from '@seekyou/language'
import type { StatusName, World } from '@seekyou/sdk'
import type { CodePageName } from '@seekyou/wire'
import type { Person } from './contract.ts'
import type { Notes } from './notes.ts'
import { newRecord, type PersonRecord, type RecordChanges } from './person-record.ts'
import { reread } from './reread.ts'
import { derived } from './watched.ts'

interface PeopleOptions {
  readonly notes: Notes
  readonly world: World
  readonly ownPage: () => CodePageName
  /** What the server itself is called, when it writes. */
  readonly serverName: string
}

const page = 'person/'
/** Whoever watches is told no more often than this, in milliseconds: after a sign-on hundreds come at once. */
const everyMs = 50
/** While somebody is on line, that they are is kept no more often than this, in milliseconds. */
const seenEveryMs = 3_600_000

/** Everybody whom the user knows. Every change replaces the person and the map; both are made when they are looked at. */
export class People {
  readonly all = derived<ReadonlyMap<Uin, Person>>(() => new Map(this.#everybody()))
  readonly unread = derived(() => this.#countUnread())
  readonly #options: PeopleOptions
  readonly #records = new Map<Uin, PersonRecord>()
  readonly #statuses = new Map<Uin, StatusName>()
  readonly #shown = new Map<Uin, Person>()
  #counted = { all: 0, loud: 0 }
  #isLineUp = false
  #toldAt = Number.NEGATIVE_INFINITY
  #isDue = false

  constructor(options: PeopleOptions) {
    this.#options = options
  }

  /** Takes up what the device has kept. */
  load(): void {
    for (const [name, kept] of this.#options.notes.under(page)) {
      const uin = Number(name)
      if (isUin(uin) && typeof kept === 'object' && kept) this.#records.set(uin, { ...newRecord, ...kept })
    }
    this.#changed()
  }

  record(uin: Uin): PersonRecord | undefined {
    return this.#records.get(uin)
  }

  records(): IterableIterator<[Uin, PersonRecord]> {
    return this.#records.entries()
  }

  /** Everybody's numbers, as they are at this moment. */
  uins(): Uin[] {
    return [...this.#records.keys()]
  }

  /** As they are at this moment; somebody unknown as they would be. */
  person(uin: Uin): Person {
    const shown = this.#shown.get(uin)
    if (shown) return shown
    const record = this.#records.get(uin)
    const person = this.#show(uin, record ?? newRecord)
    if (record) this.#shown.set(uin, person)
    return person
  }

  /** Changes what is kept of somebody, who becomes known if they were not. */
  change(uin: Uin, changes: RecordChanges): void {
    const record = definite({ ...(this.#records.get(uin) ?? newRecord), ...changes })
    this.#records.set(uin, record)
    this.#options.notes.write(page + uin, record)
    this.touch(uin)
  }

  forget(uin: Uin): void {
    this.#records.delete(uin)
    this.#options.notes.write(page + uin, undefined)
    this.touch(uin)
  }

  /** Something that their picture depends on has changed; without a number: everybody's. */
  touch(uin?: Uin): void {
    if (uin === undefined) this.#shown.clear()
    else this.#shown.delete(uin)
    this.#changed()
  }

  statusOf(uin: Uin): StatusName | undefined {
    return this.#statuses.get(uin)
  }

  /** Undefined: they are gone. */
  setStatus(uin: Uin, status: StatusName | undefined, at: WallMillis): void {
    if (status) this.#statuses.set(uin, status)
    else this.#statuses.delete(uin)
    const { seenAt = 0 } = this.#records.get(uin) ?? {}
    // After a sign-on hundreds come at once, of whom the device would have to keep what is soon old.
    if (this.#records.has(uin) && (!status || seenAt < at - seenEveryMs)) this.change(uin, { seenAt: at })
    else this.touch(uin)
  }

  /** Nobody is known to be on line. */
  forgetStatuses(): void {
    this.#statuses.clear()
    this.touch()
  }

  /** Whether it can be known who is on line. */
  setLine(isUp: boolean): void {
    if (this.#isLineUp === isUp) return
    this.#isLineUp = isUp
    this.touch()
  }

  /** How they write and read: as was chosen, as the server says, as it looks, and else as this user does. */
  pageOf(uin: Uin): CodePageName {
    const record = this.#records.get(uin)
    return record?.chosenPage ?? record?.toldPage ?? record?.guessedPage ?? this.#options.ownPage()
  }

  *#everybody(): Generator<[Uin, Person]> {
    for (const uin of this.#records.keys()) yield [uin, this.person(uin)]
  }

  #show(uin: Uin, record: PersonRecord): Person {
    const { givenName, isContact, group, isMuted, sight, authorization, unread, askedAt, seenAt, last } = record
    const codePage = this.pageOf(uin)
    const read = (text: string, from = codePage): string => reread(text, from, codePage)
    const nick = read(record.nick, record.nickPage)
    return {
      uin,
      name: givenName || nick || (uin === systemUin ? this.#options.serverName : `${uin}`),
      givenName,
      nick,
      isContact,
      group,
      status: this.#isLineUp && isContact ? this.#statuses.get(uin) : undefined,
      isMuted,
      sight,
      authorization,
      ...(askedAt !== undefined && { askedAt }),
      codePage,
      isCodePageChosen: record.chosenPage !== undefined,
      ...(seenAt !== undefined && { seenAt }),
      unread,
      ...(last && { last: { ...last, text: read(last.text, record.lastPage) } }),
    }
  }

  #countUnread(): { readonly all: number; readonly loud: number } {
    let all = 0
    let loud = 0
    for (const { unread, isMuted } of this.#records.values()) {
      all += unread
      if (!isMuted) loud += unread
    }
    if (this.#counted.all !== all || this.#counted.loud !== loud) this.#counted = { all, loud }
    return this.#counted
  }

  #changed(): void {
    const { world } = this.#options
    // Looked at, it is new at once; told of, it may wait a moment.
    this.all.spoil()
    this.unread.spoil()
    if (this.#isDue) return
    const tell = (): void => {
      this.#isDue = false
      this.#toldAt = world.now()
      this.all.tell()
      this.unread.tell()
    }
    const due = this.#toldAt + everyMs
    this.#isDue = true
    if (world.now() >= due) queueMicrotask(tell)
    else world.at(due, tell)
  }
}

/** Without what is undefined, which JSON does not know. */
function definite(record: RecordChanges): PersonRecord {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined),
  ) as unknown as PersonRecord
}
