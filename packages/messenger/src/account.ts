import { isUin, type Uin } from '@seekyou/language'
import type { AsideAnswer } from '@seekyou/office'
import type { World } from '@seekyou/sdk'
import type { CodePageName } from '@seekyou/wire'
import type { AsideDesk } from './aside-desk.ts'
import type { Notes } from './notes.ts'
import type { People } from './people.ts'
import { isCodePageName, readShared, type Shared, writeShared } from './shared-text.ts'
import { watched } from './watched.ts'

export interface AccountHost {
  readonly world: World
  readonly notes: Notes
  readonly desk: AsideDesk
  readonly people: People
  readonly uin: Uin
  readonly ownPage: () => CodePageName
  /** The server knows that this user writes like this. */
  readonly takePage: (codePage: CodePageName) => void
  /** What is shared, without `at` and `removed`. */
  readonly shared: () => Omit<Shared, 'at' | 'removed'>
  /** Another device has changed it. */
  readonly take: (shared: Shared) => void
}

/** What this device has and the server may not have. */
interface Unsent {
  /** Whose names or groups were changed here. */
  readonly names: readonly Uin[]
  /** When what is shared was changed last, here or, if that was taken over, elsewhere. 0: never. */
  readonly at: number
  readonly removed: Readonly<Record<string, number>>
  /** How the server was told that this user writes. */
  readonly told?: CodePageName
}

const page = 'account'
/** Changes that follow one another are sent together after so long, in milliseconds. */
const collectMs = 2_000
/** About how many people one aside asks, and how many it names: a message may have 64 KiB, and a letter up to six bytes of JSON. */
const [askedAtOnce, namedAtOnce] = [1_000, 60]
const labelMax = 64
/** How many removals are remembered; beyond, the oldest are forgotten. */
const removedMax = 200

/**
 * Keeps what the operator's server remembers of an account in step with this device: the contact list with its names, settings, code
 * pages. All of it is asked beside version 2; where that is not offered or refused, everything stays on the device.
 */
export class Account {
  readonly isListRestored = watched(false)
  readonly #host: AccountHost
  #unsent: Unsent = { names: [], at: 0, removed: {} }
  /** Whether the server has been asked in this visit. */
  #isFetched = false
  /** Whether the server has what is shared. */
  #isKept = false
  #isDue = false

  constructor(host: AccountHost) {
    this.#host = host
  }

  load(): void {
    this.#unsent = this.#host.notes.read(page, this.#unsent)
  }

  /** Asks the server, once in a visit, for what it remembers. Resolves when contacts may be announced. Never rejects. */
  async restore(): Promise<void> {
    const { desk } = this.#host
    if (desk.isOffered && !this.#isFetched) {
      const [list, settings] = await Promise.allSettled([desk.ask('contactList', {}), desk.ask('settings', {})])
      // The line is gone: all of it is asked again when it is back.
      if (!desk.isOffered) return
      const shared = settings.status === 'fulfilled' ? readShared(settings.value.settings) : undefined
      await this.#fetchPage()
      const isNewer = shared !== undefined && shared.at > this.#unsent.at
      if (isNewer) this.#note({ at: shared.at, removed: shared.removed })
      if (list.status === 'fulfilled') this.#merge(list.value.contacts)
      if (isNewer) this.#takeOver(shared)
      this.#isFetched = true
      this.#isKept = settings.status === 'fulfilled' && shared?.at === this.#unsent.at
    }
    this.isListRestored.set(true)
  }

  /** Sends what the server does not have, and asks how people write. Never rejects. */
  async tend(): Promise<void> {
    if (!this.#host.desk.isOffered || !this.#isFetched) return
    await Promise.allSettled([this.#sendNames(), this.#sendShared(), this.#sendPage()])
  }

  /** Asks how people write. Never rejects. */
  async askPages(uins: readonly Uin[]): Promise<void> {
    const { desk, people } = this.#host
    for (let start = 0; desk.isOffered && start < uins.length; start += askedAtOnce) {
      const { codePages } = await desk
        .ask('codePages', { uins: uins.slice(start, start + askedAtOnce) })
        .catch(() => none)
      for (const [name, toldPage] of Object.entries(codePages)) {
        const uin = Number(name)
        if (!isUin(uin) || !isCodePageName(toldPage)) continue
        const record = people.record(uin)
        if (record && record.toldPage !== toldPage) people.change(uin, { toldPage })
      }
    }
  }

  /** Somebody has another name or group here. */
  named(uin: Uin): void {
    this.#note({ names: [...this.#unsent.names.filter((other) => other !== uin), uin] })
    this.#tendSoon()
  }

  /** Something that is shared was changed here. */
  changed(): void {
    const { world } = this.#host
    this.#note({ at: world.wall(world.now()) })
    this.#isKept = false
    this.#tendSoon()
  }

  /** Somebody was put on the contact list, or taken off it. */
  listed(uin: Uin, isContact: boolean): void {
    const { [uin]: was, ...others } = this.#unsent.removed
    if (isContact && was === undefined) return
    const { world } = this.#host
    const removed = isContact ? others : { ...others, [uin]: world.wall(world.now()) }
    const newest = Object.entries(removed).sort(([, one], [, other]) => other - one)
    this.#note({ removed: Object.fromEntries(newest.slice(0, removedMax)) })
    this.changed()
  }

  #tendSoon(): void {
    if (this.#isDue) return
    this.#isDue = true
    const { world } = this.#host
    world.at(world.now() + collectMs, () => {
      this.#isDue = false
      void this.tend()
    })
  }

  #note(changes: Partial<Unsent>): void {
    this.#unsent = { ...this.#unsent, ...changes }
    this.#host.notes.write(page, this.#unsent)
  }

  /** The server's names count, unless they were changed here since. Nobody and no name is lost because the server lacks them. */
  #merge(contacts: AsideAnswer<'contactList'>['contacts']): void {
    const { people } = this.#host
    for (const { uin, name = '', group = '' } of contacts) {
      if (!isUin(uin)) continue
      const record = people.record(uin)
      if (!record?.isContact && this.#unsent.removed[uin] !== undefined) continue
      const isOurs = this.#unsent.names.includes(uin)
      const givenName = isOurs ? record?.givenName : name || record?.givenName
      const inGroup = isOurs ? record?.group : group || record?.group
      if (record?.isContact && record.givenName === givenName && record.group === inGroup) continue
      people.change(uin, { isContact: true, givenName: givenName ?? '', group: inGroup ?? '' })
    }
  }

  #takeOver(shared: Shared): void {
    const { people, take } = this.#host
    for (const [name, at] of Object.entries(shared.removed)) {
      const uin = Number(name) as Uin
      const record = people.record(uin)
      if (record?.isContact && (record.addedAt ?? 0) < at) people.change(uin, { isContact: false })
    }
    take(shared)
  }

  async #sendNames(): Promise<void> {
    const { desk, people } = this.#host
    const { names } = this.#unsent
    for (let start = 0; start < names.length; start += namedAtOnce) {
      const contacts = names.slice(start, start + namedAtOnce).map((uin) => {
        const { givenName = '', group = '' } = people.record(uin) ?? {}
        return { uin: uin as number, name: givenName.slice(0, labelMax), group: group.slice(0, labelMax) }
      })
      await desk.ask('nameContacts', { contacts })
      // Whatever was changed while the answer was under way goes the next time.
      const isSent = (uin: Uin): boolean => {
        const { givenName = '', group = '' } = people.record(uin) ?? {}
        const sent = contacts.find((contact) => contact.uin === uin)
        return sent?.name === givenName.slice(0, labelMax) && sent.group === group.slice(0, labelMax)
      }
      this.#note({ names: this.#unsent.names.filter((uin) => !isSent(uin)) })
    }
  }

  async #sendShared(): Promise<void> {
    const { desk, shared } = this.#host
    const { at, removed } = this.#unsent
    const settings = this.#isKept || at === 0 ? undefined : writeShared({ ...shared(), at, removed })
    if (settings === undefined) return
    await desk.ask('keepSettings', { settings })
    this.#isKept = this.#unsent.at === at
  }

  /** A device that is new to this account writes as the account did before. */
  async #fetchPage(): Promise<void> {
    const { desk, uin, ownPage, takePage } = this.#host
    if (this.#unsent.told !== undefined) return
    const { codePages } = await desk.ask('codePages', { uins: [uin] }).catch(() => none)
    const told = codePages[uin]
    if (!isCodePageName(told)) return
    this.#note({ told })
    if (told !== ownPage()) takePage(told)
  }

  async #sendPage(): Promise<void> {
    const { desk, ownPage } = this.#host
    const codePage = ownPage()
    if (this.#unsent.told === codePage) return
    await desk.ask('useCodePage', { codePage })
    this.#note({ told: codePage })
  }
}

const none: AsideAnswer<'codePages'> = { codePages: {} }
