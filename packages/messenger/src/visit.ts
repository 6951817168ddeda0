import { firstPersonalUin, type Uin, uin as uinOf, type WallMillis } from '@seekyou/language'
import type { ConnectOptions, Profile, User, World } from '@seekyou/sdk'
import { type CodePageName, codePage } from '@seekyou/wire'
import { Account } from './account.ts'
import { AsideDesk } from './aside-desk.ts'
import { CodePageGuesses } from './code-page-guesses.ts'
import { ContactBook } from './contact-book.ts'
import type { Line, Notice, Settings, WatchedPacket } from './contract.ts'
import { Ear } from './ear.ts'
import { Hearers } from './hearers.ts'
import { Journal } from './journal.ts'
import { LineKeeper } from './line-keeper.ts'
import { NickAsker } from './nick-asker.ts'
import { Notes } from './notes.ts'
import type { MessengerOptions } from './options.ts'
import { People } from './people.ts'
import { RequestBox } from './request-box.ts'
import { SelfKeeper } from './self-keeper.ts'
import { defaultSettings, sharedOf, withSettings } from './settings.ts'
import { gatherShared, takeShared } from './shared.ts'
import type { Shared } from './shared-text.ts'
import { Talks } from './talks.ts'
import { tappedWorld } from './tapped-world.ts'
import { TrafficMeter } from './traffic-meter.ts'
import { watched } from './watched.ts'

const settingsPage = 'settings'

/** From opening a messenger to its end: all its parts, and who of them is told what happens. */
export class Visit {
  readonly uin: Uin
  readonly settings = watched<Settings>(defaultSettings)
  readonly notices = new Hearers<Notice>()
  readonly packets = new Hearers<WatchedPacket>()
  readonly guesses = new CodePageGuesses()
  readonly notes: Notes
  readonly journal: Journal
  readonly people: People
  readonly talks: Talks
  readonly box: RequestBox
  readonly book: ContactBook
  readonly self: SelfKeeper
  readonly desk: AsideDesk
  readonly account: Account
  readonly meter: TrafficMeter
  readonly line: LineKeeper
  readonly #options: MessengerOptions
  readonly #tapped: World
  readonly #nicks: NickAsker
  readonly #ear: Ear
  #password: string
  #hasBeenUp = false
  #hasAsked = false

  constructor(options: MessengerOptions) {
    const { world, history, notebook, onTrouble } = options
    this.uin = uinOf(options.uin)
    // Throws for a code page that there is not.
    codePage(options.codePage)
    this.#options = options
    this.#password = options.password
    const notes = new Notes(notebook, onTrouble)
    const journal = new Journal(history, onTrouble)
    const desk = new AsideDesk(world)
    const self = new SelfKeeper(options, notes)
    const ownPage = (): CodePageName => self.self.get().codePage
    const people = new People({ notes, world, ownPage, serverName: hostIn(options.server) })
    const nicks = new NickAsker({ world, heard: (uin, profile) => this.book.learn(uin, profile) })
    const [met, notice] = [(uin: Uin) => this.#meet(uin), (heard: Notice) => this.notices.tell(heard)]
    const talks = new Talks({ world, notes, people, journal, guesses: this.guesses, notice, met })
    const shared = (): Omit<Shared, 'at' | 'removed'> => gatherShared(this)
    const take = (given: Shared): void => takeShared(given, this)
    const takePage = (codePage: CodePageName): void => this.useCodePage(codePage)
    const account = new Account({ world, notes, desk, people, uin: this.uin, ownPage, takePage, shared, take })
    this.book = new ContactBook({ world, people, talks, account, nicks, introduction: () => this.#introduction() })
    this.box = new RequestBox(notes)
    this.meter = new TrafficMeter(world)
    this.notes = notes
    this.journal = journal
    this.people = people
    this.talks = talks
    this.self = self
    this.desk = desk
    this.account = account
    this.#nicks = nicks
    this.#tapped = this.#tap(world)
    this.#ear = new Ear(world, this)
    this.line = new LineKeeper({
      world,
      options: () => this.#connectOptions(),
      began: (user) => this.#begin(user),
      lineChanged: (line) => this.#changeLine(line),
      hear: (event) => this.#ear.hear(event),
    })
  }

  /** Takes up what the device has kept. */
  async load(): Promise<void> {
    await this.notes.load()
    this.settings.set(withSettings(defaultSettings, this.notes.read(settingsPage, {})))
    this.self.load(this.#options.status)
    this.people.load()
    this.box.load()
    this.account.load()
    this.talks.load()
  }

  /** The goodbye has left when this returns. Resolves when everything is kept. */
  async close(): Promise<void> {
    // What the server is still to hear goes before the goodbye; whether it came, the next visit will know.
    void this.account.tend()
    await this.line.close()
    await this.journal.kept()
    await this.notes.kept()
  }

  /** Changes what the user has changed; what is shared goes to the other devices. */
  changeSettings(changes: Partial<Settings>): void {
    const before = this.settings.get()
    this.setSettings({ ...before, ...changes })
    if (Object.keys(changes).some((name) => name in sharedOf(before))) this.account.changed()
  }

  setSettings(settings: Settings): void {
    this.settings.set(settings)
    this.notes.write(settingsPage, settings)
  }

  /** Shows the status of this moment, with its text. */
  showStatus(): void {
    const { status } = this.self.self.get()
    this.line.user?.setStatus(status, { text: this.self.awayText() })
  }

  useCodePage(codePage: CodePageName): void {
    this.self.change({ codePage })
    this.people.touch()
    this.talks.touch()
    void this.account.tend()
  }

  /** With which one signs on from here on. */
  setPassword(password: string): void {
    this.#password = password
  }

  #tap(world: World): World {
    return tappedWorld(world, {
      packet: (direction, bytes) => {
        this.meter.count(direction, bytes)
        if (this.packets.size > 0) this.packets.tell({ at: this.#now(), direction, bytes: bytes.slice() })
      },
      opened: (write) => this.desk.opened(write),
      read: (text) => this.desk.read(text),
      closed: () => this.desk.closed(),
    })
  }

  #connectOptions(): ConnectOptions {
    const { server, codePage, onTrouble } = this.#options
    const { status } = this.self.self.get()
    return {
      server,
      uin: this.uin,
      password: this.#password,
      codePage,
      codePageOf: (uin, text) => this.#pageOf(uin, text),
      status,
      awayText: this.self.awayText(),
      visibleTo: this.book.listOf('always'),
      invisibleTo: this.book.listOf('never'),
      world: this.#tapped,
      onError: onTrouble,
    }
  }

  #pageOf(uin: Uin, text?: Uint8Array): CodePageName {
    if (uin === this.uin) return this.self.self.get().codePage
    const page = this.people.pageOf(uin)
    const { chosenPage, toldPage } = this.people.record(uin) ?? {}
    return text && !chosenPage && !toldPage ? this.guesses.read(uin, text, page) : page
  }

  #begin(user: User): void {
    this.people.forgetStatuses()
    this.book.begin(user)
    this.talks.outbox.begin(user)
  }

  #changeLine({ state }: Line): void {
    const isUp = state === 'online'
    this.people.setLine(isUp)
    this.talks.outbox.setLine(isUp)
    this.#nicks.setUser(isUp ? this.line.user : undefined)
    if (state === 'offline') this.talks.outbox.end()
    if (!isUp) {
      this.book.setLine(false)
      return
    }
    this.#ear.lineUp()
    this.talks.lineUp()
    if (!this.#hasBeenUp) this.notices.tell({ what: 'signedOn' })
    this.#hasBeenUp = true
    void this.#arrive(this.line.user)
  }

  /** The contact list comes first, then everybody on it is announced, then what can wait. */
  async #arrive(user: User | undefined): Promise<void> {
    await this.account.restore()
    if (!this.account.isListRestored.get() || this.line.user !== user || user?.state !== 'online') return
    this.book.setLine(true)
    void this.account.tend()
    if (this.#hasAsked) return
    this.#hasAsked = true
    void this.#askPages(this.people.uins())
    this.#askOwn(user)
    this.book.askNicks()
  }

  #askOwn(user: User): void {
    Promise.all([user.info(this.uin), user.extInfo(this.uin)]).then(
      ([profile, longProfile]) => this.self.change({ profile, longProfile }),
      // The line is gone: asked again when it is back.
      () => {
        this.#hasAsked = false
      },
    )
  }

  #meet(uin: Uin): void {
    if (uin < firstPersonalUin) return
    this.#nicks.ask(uin, true)
    void this.#askPages([uin])
  }

  async #askPages(uins: readonly Uin[]): Promise<void> {
    await this.account.askPages(uins)
    this.talks.touch()
  }

  #introduction(): Profile {
    const { nick, profile } = this.self.self.get()
    return profile ?? { nick, first: '', last: '', email: '', needsAuthorization: false }
  }

  #now(): WallMillis {
    const { world } = this.#options
    return world.wall(world.now())
  }
}

/** `wss://icq.example.org/datagrams` without what stands before and behind the host. */
const hostIn = (server: string): string => server.replace(/^\w+:\/\//, '').replace(/\/.*$/, '')
