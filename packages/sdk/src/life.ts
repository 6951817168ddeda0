// What stands behind a `User`: the machine in its world, and the parts that its outcomes go to.
import type { EndOfLink } from '@seekyou/client'
import { type Text, type Uin, uin as uinOf } from '@seekyou/language'
import { type CodePage, codePage } from '@seekyou/wire'
import { Appearance } from './appearance.ts'
import { readNews } from './arrived.ts'
import { AwayTexts } from './away-texts.ts'
import { Chats } from './chats.ts'
import { Contacts } from './contacts.ts'
import { decodeText, encodeText } from './content/text.ts'
import { defaultWorld } from './default-world.ts'
import { Driver, type RoadChanged, type ToldOutcome } from './driver.ts'
import { type SignOnBecause, SignOnError } from './errors.ts'
import type { StateEvent, UserEvent, UserState } from './events.ts'
import { Inquirer } from './inquirer.ts'
import { Listeners } from './listeners.ts'
import { type ConnectOptions, throwLater } from './options.ts'
import { Outgoing } from './sending/outgoing.ts'
import { Post } from './sending/post.ts'
import { statusOf } from './status-name.ts'
import { Transfers } from './transfers.ts'
import type { World } from './world.ts'

export class Life {
  readonly options: ConnectOptions
  readonly uin: Uin
  readonly world: World
  /** How somebody writes and reads; this user, too. */
  readonly pageOf: (uin: Uin, text?: Text) => CodePage
  readonly driver: Driver
  readonly listeners: Listeners<UserEvent>
  readonly outgoing: Outgoing
  readonly inquirer: Inquirer
  readonly chats: Chats
  readonly transfers: Transfers
  readonly awayTexts: AwayTexts
  readonly contacts: Contacts
  readonly appearance: Appearance
  readonly post: Post
  /** Settled when this user is on line for the first time, or will never be. */
  readonly #begun = Promise.withResolvers<void>()
  /** Settled when everything is over. */
  readonly #ended = Promise.withResolvers<void>()
  #state: UserState = 'signingOn'
  #hasBegun = false
  #lastId = 0

  /** Throws a RangeError for options that cannot be meant. */
  constructor(options: ConnectOptions) {
    const {
      server,
      nick = `${options.uin}`,
      status = 'online',
      awayText,
      peers,
      queue: store,
      onError = throwLater,
    } = options
    this.options = options
    this.uin = uinOf(options.uin)
    const page = codePage(options.codePage)
    this.pageOf = (uin, text) => codePage(options.codePageOf?.(uin, text) ?? page.name)
    const arrivesAs = statusOf(status)
    this.world = options.world ?? defaultWorld()
    if (peers && !this.world.openTcp) throw new RangeError('Direct connections need TCP, which there is none of here.')
    this.driver = new Driver(this.world, server, peers !== undefined, (outcome) => this.#hear(outcome))
    const wish = this.driver.wish.bind(this.driver)
    const nextId = (): number => ++this.#lastId
    const emit = (event: UserEvent): void => this.listeners.emit(event)
    const encode = (text: string): Text => encodeText(text, this.pageOf(this.uin))
    const decode = (text: Text): string => decodeText(text, this.pageOf(this.uin))
    const host = { wish, nextId, encode, decode, emit, onError, files: this.driver.files }
    this.listeners = new Listeners(onError)
    this.outgoing = new Outgoing({ hand: wish, nextId, decode, onError, store })
    this.inquirer = new Inquirer(wish, nextId)
    this.chats = new Chats(host, nick)
    this.transfers = new Transfers(host, nick)
    this.awayTexts = new AwayTexts(host)
    this.contacts = new Contacts(this.driver.client, wish)
    const now = (): number => this.world.now()
    this.appearance = new Appearance(arrivesAs, awayText, { wish, now, encode })
    const mark = `${this.world.wall(now()).toString(36)}-${this.world.random().toString(36).slice(2)}`
    const wrote = (to: Uin): void => this.appearance.wrote(to)
    this.post = new Post({ outgoing: this.outgoing, pageOf: this.pageOf, mark, wrote })
  }

  /** Always in the code page of the options, so that it is the same whenever this user comes back. */
  encodePassword(password: string): Text {
    return encodeText(password, codePage(this.options.codePage))
  }

  get state(): UserState {
    return this.#state
  }

  /** Comes on line. Rejects with what `connect` rejects with. */
  async begin(): Promise<void> {
    const { signal, keepTrying, contacts = [], visibleTo = [], invisibleTo = [] } = this.options
    signal?.throwIfAborted()
    const abort = (): void => {
      if (this.#hasBegun) void this.end()
      else this.#finish(signal?.reason)
    }
    signal?.addEventListener('abort', abort)
    this.#ended.promise.then(() => signal?.removeEventListener('abort', abort))
    this.#begun.promise.catch(() => {})
    try {
      this.contacts.announce([...contacts])
      this.appearance.visibleTo.set(visibleTo)
      this.appearance.invisibleTo.set(invisibleTo)
      await Promise.race([this.#begun.promise, this.outgoing.load()])
      if (keepTrying) this.driver.openSomeday()
      else await Promise.race([this.#begun.promise, this.driver.open()])
    } catch (error) {
      this.#finish(error)
    }
    if (this.#state !== 'offline') this.#signOn()
    await this.#begun.promise
  }

  /** Signs off and ends everything. Never rejects. */
  async end(waitMs = 0): Promise<void> {
    if (this.#state === 'online' && waitMs > 0) {
      const patience = Promise.withResolvers<void>()
      const forget = this.world.at(this.world.now() + waitMs, patience.resolve)
      await Promise.race([this.outgoing.idle(), patience.promise, this.#ended.promise])
      forget()
    }
    if (this.#state === 'online') this.driver.wish({ name: 'signOff' })
    else this.#finish()
    await this.#ended.promise
  }

  #signOn(): void {
    const { password, peers } = this.options
    const { inner = 0 } = this.driver.tcp ?? {}
    const { status, awayText } = this.appearance
    this.appearance.set(status, awayText)
    this.driver.wish({
      name: 'signOn',
      uin: this.uin,
      password: this.encodePassword(password),
      status,
      ...(peers && { peers: { ports: peers.ports ?? [0, 0], inner } }),
    })
  }

  #hear(outcome: ToldOutcome | RoadChanged): void {
    switch (outcome.kind) {
      case 'told':
        this.#tell(readNews(outcome.news, this.pageOf, this.world.wall(this.world.now())))
        break
      case 'signedOn':
        this.#hasBegun = true
        // The server may let us in again without our having noticed that we were out.
        if (this.#state !== 'online') this.#setState({ type: 'state', state: 'online' })
        this.#begun.resolve()
        break
      case 'offline':
        this.#leave(outcome.because, outcome.againAt)
        break
      case 'road':
        if (!outcome.isThere) this.#wait('noRoad', outcome.againAt)
        break
      case 'messageAccepted':
      case 'messageReturned':
      case 'messageFailed':
        this.outgoing.hear(outcome)
        break
      case 'answered':
      case 'unanswered':
        this.inquirer.hear(outcome)
        break
      case 'awayText':
        this.awayTexts.hear(outcome)
        break
      case 'chatRequested':
      case 'chatBegan':
      case 'stroked':
      case 'chatEnded':
        this.chats.hear(outcome)
        break
      case 'filesOffered':
      case 'fileBegan':
      case 'fileProgress':
      case 'fileEnded':
      case 'filesEnded':
        this.transfers.hear(outcome)
        break
    }
  }

  /** Listeners come first: whoever answers by themselves is not answered automatically as well. */
  #tell(event: UserEvent): void {
    this.listeners.emit(event)
    if (!('raw' in event)) return
    const text = this.appearance.answerTo(event)
    if (text === undefined) return
    // Nobody waits for it, and nobody minds if it is lost.
    this.post.send([event.from], { type: 'message', text }, { via: 'server' }, false).catch(() => {})
  }

  #leave(because: EndOfLink, againAt: number | undefined): void {
    const error = errorOf[because]
    if (againAt === undefined) this.#finish(error && new SignOnError(error), because)
    else if (!this.#hasBegun && !this.options.keepTrying && error) this.#finish(new SignOnError(error), because)
    // A new road needs no pause, and what became of the old one has been told; so has that there is none on which to be answered.
    else if (because !== 'moved' && (because !== 'noAnswer' || this.driver.hasRoad)) this.#wait(because, againAt)
  }

  #wait(because: EndOfLink | 'noRoad', againAt: number): void {
    const state = this.#hasBegun ? 'reconnecting' : 'signingOn'
    this.#setState({ type: 'state', state, because, againAt: this.world.wall(againAt) })
  }

  #setState(event: StateEvent): void {
    this.#state = event.state
    const isOnline = event.state === 'online'
    this.outgoing.setOnline(isOnline)
    this.inquirer.setOnline(isOnline)
    this.listeners.emit(event)
  }

  /** Nothing happens any more. `error`: why whoever waits to come on line waits in vain. */
  #finish(error?: unknown, because: EndOfLink = 'signedOff'): void {
    if (this.#state === 'offline') return
    this.#state = 'offline'
    // Says goodbye if the server may have heard of us.
    this.driver.wish({ name: 'signOff' })
    this.driver.close()
    this.#begun.reject(error ?? new SignOnError('noAnswer'))
    this.inquirer.end()
    this.chats.end()
    this.transfers.end()
    this.awayTexts.end()
    const stored = this.outgoing.end()
    this.listeners.emit({ type: 'state', state: 'offline', because })
    this.listeners.end()
    stored.then(this.#ended.resolve)
  }
}

/** Why a first attempt was in vain; undefined for what is no answer to it. */
const errorOf: Readonly<Partial<Record<EndOfLink, SignOnBecause>>> = {
  password: 'password',
  busy: 'busy',
  noAnswer: 'noAnswer',
  signedOffElsewhere: 'elsewhere',
}
