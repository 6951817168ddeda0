// Several clients, a server that does what a server does, and TCP between them: for stories about direct connections.
import { v2Server } from '@seekyou/dialect'
import { type Direct, type Event, type Intent, type Ip4, type Status, status, type Uin } from '@seekyou/language'
import type { Frame } from '@seekyou/wire'
import { Client } from '../client.ts'
import type { ClientInput, ClientOutcome } from '../hear-and-say.ts'
import type { PeerInput, PeerOutcome } from '../peer/world.ts'
import type { OutgoingMessage, SignOn, Wish } from '../wishes.ts'
import { text } from './fake-server.ts'
import { type Host, VirtualTcp } from './virtual-tcp.ts'

export type Told = Exclude<ClientOutcome, { kind: 'transmit' } | PeerOutcome>

export interface Settings {
  /** The address that the server sees, and the one at home. */
  readonly outer: Ip4
  readonly inner: Ip4
  readonly ports?: readonly [number, number]
  /** False: without direct connections. */
  readonly isOpen?: boolean
  readonly contacts?: readonly Uin[]
  /** Said by the server instead of what the client has announced. */
  readonly direct?: Direct
}

const dialect = v2Server()

/** One user with their client, their machine and their place at the server. */
export class Citizen implements Host {
  readonly client: Client
  readonly uin: Uin
  readonly settings: Settings
  readonly addresses: readonly Ip4[]
  /** What the client told its user, oldest first; emptied by `news`. */
  readonly #told: Told[] = []
  /** The same, never emptied. */
  readonly log: Told[] = []
  /** What the disk was asked to do, oldest first. */
  readonly disk: Extract<PeerOutcome, { transfer: number }>[] = []
  /** Messages for others that the server got from this one. */
  readonly posted: string[] = []
  /** What the server keeps for them. */
  readonly stored: Event[] = []
  readonly #town: Town
  direct: Direct | undefined
  status: Status = status(0)
  isOnline = false
  /** How the world looks for a port. */
  onListen = (outcome: PeerOutcome): void => this.#town.tcp.do(this, outcome)
  #nextSequence = 0

  constructor(town: Town, uin: Uin, settings: Settings) {
    this.#town = town
    this.uin = uin
    this.settings = settings
    this.addresses = [settings.outer, settings.inner]
    this.client = new Client({ random: () => 0.5 })
  }

  tell(input: PeerInput): void {
    this.give(input)
  }

  wish(wish: Wish): void {
    this.give({ kind: 'wish', wish })
    this.#town.settle()
  }

  send(id: number, to: Citizen, words: string, more: Partial<OutgoingMessage> = {}): void {
    this.wish({ name: 'sendMessage', id, to: to.uin, kind: 1, text: text(words), ...more })
  }

  signOn(more: Partial<SignOn> = {}): void {
    const { inner, ports = [1_200, 1_300], isOpen = true, contacts = [] } = this.settings
    this.wish({ name: 'announceContacts', uins: contacts })
    const peers = isOpen && { peers: { ports, inner } }
    this.wish({ name: 'signOn', uin: this.uin, password: text('secret'), status: status(0), ...peers, ...more })
  }

  setStatus(word: number): void {
    this.wish({ name: 'changeStatus', status: status(word) })
  }

  /** What the user was told since the last call. */
  news(): Told[] {
    return this.#told.splice(0)
  }

  /** The same without presence and the connection to the server. */
  mail(): Told[] {
    return this.news().filter(
      (one) => one.kind !== 'signedOn' && !(one.kind === 'told' && one.news.name.startsWith('contact')),
    )
  }

  give(input: ClientInput): void {
    for (const outcome of this.client.handle(input, this.#town.now)) this.#carryOut(outcome)
  }

  hear(event: Event, request = 0): void {
    for (const { datagram } of dialect.speak(event, request, { directVersion: 3 })) {
      dialect.framing.renumber(datagram, this.#nextSequence)
      this.#nextSequence += 1
      this.#town.later(() => this.give({ kind: 'datagram', bytes: datagram }))
    }
  }

  #carryOut(outcome: ClientOutcome): void {
    switch (outcome.kind) {
      case 'transmit':
        this.#town.later(() => this.#serve(outcome.datagram))
        break
      case 'listen':
        this.onListen(outcome)
        break
      case 'unlisten':
      case 'connect':
      case 'write':
      case 'close':
      case 'pause':
      case 'resume':
        this.#town.tcp.do(this, outcome)
        break
      case 'readFile':
      case 'openFile':
      case 'writeFile':
      case 'finishFile':
      case 'abandonFile':
        this.disk.push(outcome)
        this.#town.onDisk(this, outcome)
        break
      default:
        this.#told.push(outcome)
        this.log.push(outcome)
    }
  }

  #serve(datagram: Uint8Array): void {
    const frame = dialect.framing.open(datagram) as Frame
    const heard = frame.code === dialect.manners.ackCode ? 'unknown' : dialect.hear(frame)
    if (heard === 'unknown' || !('intent' in heard) || this.#town.isServerDeaf) return
    const ack = dialect.framing.ack(frame.sequence)
    this.#town.later(() => this.give({ kind: 'datagram', bytes: ack }))
    this.#town.serve(this, heard.intent, heard.request)
  }
}

/** The network with its server. Nothing happens but in `settle`. */
export class Town {
  readonly tcp = new VirtualTcp()
  now = 0
  /** Hears nothing any more. */
  isServerDeaf = false
  readonly citizens: Citizen[] = []
  /** What a disk does. */
  onDisk: (citizen: Citizen, outcome: Extract<PeerOutcome, { transfer: number }>) => void = () => {}
  readonly #tasks: (() => void)[] = []

  add(uin: Uin, settings: Settings): Citizen {
    const citizen = new Citizen(this, uin, settings)
    this.citizens.push(citizen)
    return citizen
  }

  later(task: () => void): void {
    this.#tasks.push(task)
  }

  settle(): void {
    do {
      for (let task = this.#tasks.shift(); task; task = this.#tasks.shift()) task()
    } while (this.tcp.settle() || this.#tasks.length > 0)
  }

  /** Lets time pass, waking clients whenever they want to be woken. */
  pass(milliseconds: number): void {
    const end = this.now + milliseconds
    for (;;) {
      this.settle()
      const due = this.citizens.flatMap(({ client }) => client.wakeAt ?? []).reduce((a, b) => Math.min(a, b), Infinity)
      if (due > end) break
      this.now = Math.max(this.now, due)
      for (const citizen of this.citizens) {
        if ((citizen.client.wakeAt ?? Infinity) <= this.now) citizen.give({ kind: 'wake' })
      }
    }
    this.now = end
  }

  serve(from: Citizen, intent: Intent, request: number): void {
    switch (intent.name) {
      case 'signOn':
        from.isOnline = true
        from.direct = from.settings.direct ?? intent.direct
        from.status = intent.status
        from.hear({ name: 'signedOn', uin: from.uin, outer: from.settings.outer }, request)
        for (const watcher of this.#watchersOf(from)) watcher.hear(present(from))
        break
      case 'announceContacts':
        for (const other of this.citizens)
          if (intent.uins.includes(other.uin) && other.isOnline) from.hear(present(other))
        from.hear({ name: 'contactsAnnounced', uin: from.uin })
        break
      case 'changeStatus':
        from.status = intent.status
        for (const watcher of this.#watchersOf(from)) {
          watcher.hear({ name: 'contactStatusChanged', uin: from.uin, status: from.status })
        }
        break
      case 'sendMessage': {
        from.posted.push(String.fromCharCode(...intent.text))
        const to = this.citizens.find(({ uin }) => uin === intent.to)
        const message: Event = { name: 'messageArrived', from: from.uin, kind: intent.kind, text: intent.text }
        if (to?.client.state === 'online') to.hear(message)
        else to?.stored.push(message)
        break
      }
      case 'fetchStoredMessages':
        for (const message of from.stored.splice(0)) from.hear(message)
        break
    }
  }

  #watchersOf(one: Citizen): Citizen[] {
    return this.citizens.filter((other) => other.isOnline && other.settings.contacts?.includes(one.uin))
  }
}

const present = ({ uin, status, settings, direct }: Citizen): Event => ({
  name: 'contactOnline',
  uin,
  status,
  outer: settings.outer,
  direct: direct!,
})

/** A program that connects to somebody and says what it likes. */
export class Stranger implements Host {
  readonly addresses: readonly Ip4[]
  readonly #town: Town
  /** What came back, as one run of bytes for each connection. */
  readonly heard = new Map<number, number[]>()
  readonly closed = new Set<number>()
  #connections = 0

  constructor(town: Town, ip: Ip4) {
    this.#town = town
    this.addresses = [ip]
  }

  /** Connections that came in on `listen`ing. */
  readonly callers: number[] = []

  listen(port: number): void {
    this.#town.tcp.do(this, { kind: 'listen', listener: 0, ports: [port, port] })
    this.#town.settle()
  }

  tell(input: PeerInput): void {
    if (input.kind === 'incoming') this.callers.push(input.connection)
    if (input.kind === 'received')
      this.heard.set(input.connection, [...(this.heard.get(input.connection) ?? []), ...input.bytes])
    if (input.kind === 'closed') this.closed.add(input.connection)
  }

  connect(to: Citizen, port: number): number {
    this.#connections += 1
    this.#town.tcp.do(this, { kind: 'connect', connection: this.#connections, ip: to.settings.outer, port })
    this.#town.settle()
    return this.#connections
  }

  write(connection: number, ...pieces: readonly Uint8Array[]): void {
    for (const bytes of pieces) this.#town.tcp.do(this, { kind: 'write', connection, bytes })
    this.#town.settle()
  }

  close(connection: number): void {
    this.#town.tcp.do(this, { kind: 'close', connection })
    this.#town.settle()
  }
}
