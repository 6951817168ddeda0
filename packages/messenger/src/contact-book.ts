import { firstPersonalUin, type Uin, uin as uinOf, type WallMillis } from '@seekyou/language'
import type { MessageEvent, Profile, User, World } from '@seekyou/sdk'
import type { CodePageName } from '@seekyou/wire'
import type { Account } from './account.ts'
import type { Messenger, Person } from './contract.ts'
import type { NickAsker } from './nick-asker.ts'
import type { People } from './people.ts'
import type { RecordChanges } from './person-record.ts'
import type { Talks } from './talks.ts'

interface ContactBookOptions {
  readonly world: World
  readonly people: People
  readonly talks: Talks
  readonly account: Account
  readonly nicks: NickAsker
  /** Who asks, when somebody is asked for their authorization. */
  readonly introduction: () => Profile
}

/** How long the visible and the invisible list may be. */
const listMax = 255
/** So many people are remembered who are on no list. */
const metMax = 1_000
const weekMs = 7 * 24 * 3_600_000

/** The contact list, and everything that is decided about single people. */
export class ContactBook {
  readonly #options: ContactBookOptions
  /** Who wants to be asked, as far as profiles have told in this visit. */
  readonly #guarded = new Set<Uin>()
  /** What people who were met in this visit say about themselves, whether they are on the list or not. */
  readonly #met = new Map<Uin, Profile>()
  /** Who was put on the list in this visit, and may want to be asked. */
  readonly #added = new Set<Uin>()
  #user: User | undefined
  #isAnnounced = false
  #isLineUp = false

  constructor(options: ContactBookOptions) {
    this.#options = options
  }

  /** Another user, whom nobody has told of anybody. */
  begin(user: User): void {
    this.#user = user
    this.#isAnnounced = false
  }

  /** Whether the server can be told of somebody; true only when the contact list is whole. */
  setLine(isUp: boolean): void {
    this.#isLineUp = isUp
    if (!isUp) return
    const contacts = [...this.#options.people.records()].filter(([, { isContact }]) => isContact)
    const uinsOf = (isNew: boolean): Uin[] =>
      contacts.filter(([, { isToAdd = false }]) => isToAdd === isNew).map(([uin]) => uin)
    if (!this.#isAnnounced) {
      this.#isAnnounced = true
      this.#user?.contacts.announce(uinsOf(false))
    }
    this.#tell(uinsOf(true))
  }

  add(number: Uin, { name, group, reason }: NonNullable<Parameters<Messenger['addContact']>[1]> = {}): void {
    const { people, account, nicks } = this.#options
    const uin = uinOf(number)
    const isNew = !people.record(uin)?.isContact
    people.change(uin, {
      isContact: true,
      ...(isNew && { isToAdd: true, addedAt: this.#now() }),
      ...(name !== undefined && { givenName: name.trim() }),
      ...(group !== undefined && { group }),
    })
    account.listed(uin, true)
    if (name || group) account.named(uin)
    if (isNew && this.#isLineUp) this.#tell([uin])
    this.#added.add(uin)
    const isGuarded = this.#guarded.has(uin) || people.record(uin)?.authorization === 'needed'
    if (reason !== undefined || isGuarded) this.ask(uin, reason ?? '')
    const met = this.#met.get(uin)
    if (met) this.learn(uin, met)
    else nicks.ask(uin, true)
  }

  remove(uin: Uin): void {
    const { people, account } = this.#options
    const record = people.record(uin)
    if (!record?.isContact) return
    if (record.last || record.sight !== 'asUsual' || record.isMuted) {
      people.change(uin, { isContact: false, isToAdd: undefined, addedAt: undefined, givenName: '', group: '' })
    } else people.forget(uin)
    this.#added.delete(uin)
    this.#user?.contacts.remove(uin)
    account.listed(uin, false)
  }

  rename(uin: Uin, name: string): void {
    this.#name(uin, { givenName: name.trim() })
  }

  move(uin: Uin, group: string): void {
    this.#name(uin, { group })
  }

  mute(uin: Uin, isMuted: boolean): void {
    this.#options.people.change(uin, { isMuted })
    this.#options.account.changed()
  }

  /** Throws a RangeError when the list is full. */
  setSight(uin: Uin, sight: Person['sight']): void {
    const { people, account } = this.#options
    const isAlready = people.record(uin)?.sight === sight
    if (sight !== 'asUsual' && !isAlready && this.listOf(sight).length >= listMax) {
      throw new RangeError(`This list is full: it takes ${listMax} people. Take somebody off it first.`)
    }
    people.change(uin, { sight })
    this.showLists()
    account.changed()
  }

  /** Who always or never sees this user. */
  listOf(sight: Person['sight']): Uin[] {
    const all = [...this.#options.people.records()].filter(([, record]) => record.sight === sight)
    return all.slice(0, listMax).map(([uin]) => uin)
  }

  /** Tells the server who is an exception. */
  showLists(): void {
    this.#user?.visibleTo.set(this.listOf('always'))
    this.#user?.invisibleTo.set(this.listOf('never'))
  }

  choosePage(uin: Uin, chosenPage: CodePageName | undefined): void {
    const { people, talks, account } = this.#options
    people.change(uin, { chosenPage })
    talks.touch(uin)
    account.changed()
  }

  /** Asks to be allowed to have somebody on the list. */
  ask(uin: Uin, reason: string): void {
    const { people, talks, introduction } = this.#options
    people.change(uin, { authorization: 'asked', askedAt: this.#now() })
    talks.mention(uin, { type: 'authorizationRequested', ...introduction(), reason })
  }

  /** What somebody answered, or did. */
  hear({ type, from }: MessageEvent): void {
    const { people } = this.#options
    if (!people.record(from)) return
    if (type === 'authorizationGranted') people.change(from, { authorization: 'granted' })
    else if (type === 'authorizationRefused') people.change(from, { authorization: 'refused' })
  }

  /** What somebody says about themselves; undefined: nobody has this number. */
  learn(uin: Uin, profile: Profile | undefined): void {
    const { people } = this.#options
    if (profile) this.#met.set(uin, profile)
    if (this.#met.size > metMax) this.#met.delete(this.#met.keys().next().value!)
    if (profile?.needsAuthorization) this.#guarded.add(uin)
    else if (profile) this.#guarded.delete(uin)
    const record = people.record(uin)
    if (!record) return
    people.change(uin, { nickAt: this.#now(), ...(profile && { nick: profile.nick, nickPage: people.pageOf(uin) }) })
    if (!record.isContact && record.authorization === 'free' && this.#guarded.has(uin)) {
      people.change(uin, { authorization: 'needed' })
    } else if (this.#added.delete(uin) && record.authorization === 'free' && this.#guarded.has(uin)) this.ask(uin, '')
  }

  /** Asks for the nicks of everybody whose nick is not known, or has been known for long. */
  askNicks(): void {
    const { people, nicks } = this.#options
    const old = this.#now() - weekMs
    for (const [uin, { nickAt = 0 }] of people.records()) {
      if (nickAt < old && uin >= firstPersonalUin) nicks.ask(uin)
    }
  }

  #name(uin: Uin, changes: RecordChanges): void {
    const { people, account } = this.#options
    if (!people.record(uin)) return
    people.change(uin, changes)
    account.named(uin)
  }

  #tell(uins: readonly Uin[]): void {
    if (uins.length === 0) return
    this.#user?.contacts.add(...uins)
    for (const uin of uins) this.#options.people.change(uin, { isToAdd: undefined })
  }

  #now(): WallMillis {
    const { world } = this.#options
    return world.wall(world.now())
  }
}
