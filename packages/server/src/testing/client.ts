// A client without a mind of its own: it says what a test tells it to, in raw datagrams, and writes down what it hears.
import type { Address, Millis, Uin } from '@seekyou/language'
import { clientFraming, clientPackets, isFault, type Schema, serverByCode, serverFraming } from '@seekyou/wire'
import type { World } from './world.ts'

export interface ClientOptions {
  /** Whether it acknowledges what it hears (except what real clients never acknowledge). */
  readonly acks?: boolean
  /** How long it takes to acknowledge. */
  readonly ackMs?: Millis
}

/** Something that the client heard. */
export interface Heard {
  readonly name: string
  readonly sequence: number
  readonly value: Readonly<Record<string, unknown>>
  readonly at: Millis
}

/** These are never acknowledged by real clients. */
const unacknowledged: ReadonlySet<string> = new Set([
  'ack',
  'forcedOffline',
  'newUserUin',
  'badPassword',
  'notConnected',
  'tryAgain',
])

export class Client {
  readonly uin: Uin
  readonly address: Address
  /** The number of the next command. */
  nextSequence = 1
  acks: boolean
  readonly ackMs: Millis
  /** A client that hears nothing any more. */
  isDeaf = false
  /** Everything that was ever heard. */
  readonly heard: Heard[] = []
  #told = 0
  #last: Uint8Array = new Uint8Array()
  readonly #world: World

  constructor(world: World, uin: Uin, address: Address, { acks = true, ackMs = 0 }: ClientOptions) {
    this.#world = world
    this.uin = uin
    this.address = address
    this.acks = acks
    this.ackMs = ackMs
  }

  /** Says a packet under the next number, or under another. */
  say<Value extends object>(
    schema: Schema<Value>,
    value: Value,
    sequence = this.nextSequence++,
    as: number = this.uin,
  ): void {
    this.#last = clientFraming.seal(schema, value, sequence, as)
    this.raw(this.#last)
  }

  /** Says the same datagram once more. */
  repeat(): void {
    this.raw(this.#last)
  }

  raw(bytes: Uint8Array): void {
    this.#world.put({ kind: 'datagram', from: this.address, bytes: bytes.slice() })
  }

  ack(sequence: number): void {
    this.raw(clientFraming.ack(sequence, this.uin))
  }

  login({
    password = 'secret',
    status = 0,
    tcpPort = 0,
    tcpVersion = 3,
    sequence = this.nextSequence++,
    loginSeq = 2,
  } = {}): void {
    this.say(
      clientPackets.login,
      {
        tcpPort,
        password: text(password),
        clientBuild: 0x72,
        clientBuildHigh: 4,
        localIp: 0,
        tcpFlag: 6,
        status,
        tcpVersion,
        loginSeq,
        x4: 0,
        x5Low: 4,
        x5Build: 0x72,
      },
      sequence,
    )
  }

  /** Signs on, acknowledges the reply in any case, and forgets what was heard; what is stored is not fetched. */
  signOn(options: Parameters<Client['login']>[0] = {}): void {
    const { acks } = this
    this.acks = false
    this.login(options)
    this.acks = acks
    this.ack(this.last('loginReply')?.sequence ?? 0)
    this.news()
  }

  signOff(): void {
    this.say(clientPackets.sendTextCode, { text: text('B_USER_DISCONNECTED'), code: 5 })
  }

  write(to: Client | number, words: string, kind = 1): void {
    this.say(clientPackets.sendMessage, { to: typeof to === 'number' ? to : to.uin, kind, text: text(words) })
  }

  watch(...others: readonly Client[]): void {
    this.say(clientPackets.contactList, { uins: others.map(({ uin }) => uin) })
  }

  keepAlive(): void {
    this.say(clientPackets.keepAlive, {})
  }

  fetch(): void {
    this.say(clientPackets.requestStoredMessages, {})
  }

  receive(datagram: Uint8Array): void {
    if (this.isDeaf) return
    const frame = serverFraming.open(datagram)
    if (isFault(frame)) throw new Error('the server sent something that is no datagram')
    const schema = serverByCode(frame.code)
    if (!schema) throw new Error(`the server sent the unknown command ${frame.code}`)
    const value = schema.decode(frame.bytes, frame.start)
    if (isFault(value)) throw new Error(`the server sent a broken ${schema.name}`)
    this.heard.push({ name: schema.name, sequence: frame.sequence, value, at: this.#world.now })
    if (this.acks && !unacknowledged.has(schema.name)) this.#world.soon(() => this.ack(frame.sequence), this.ackMs)
  }

  /** What was heard since this was asked last, a line each: `ack 1`, `userOnline 3: 1002`, `deliveredMessage 4: 1002 "hi"`. */
  news(): string[] {
    const lines = this.heard.slice(this.#told).map(lineOf)
    this.#told = this.heard.length
    return lines
  }

  /** The texts that were ever shown, in order, however they came. */
  get shown(): string[] {
    return this.heard
      .filter(({ value }) => value.text instanceof Uint8Array)
      .map(({ value }) => latin(value.text as Uint8Array))
  }

  /** When something was heard, in milliseconds. */
  timesOf(name: string): Millis[] {
    return this.heard.filter((one) => one.name === name).map(({ at }) => at)
  }

  /** What the last packet of this name said. */
  last(name: string): Heard | undefined {
    return this.heard.findLast((one) => one.name === name)
  }
}

export const text = (string: string): Uint8Array => Uint8Array.from(string, (char) => char.charCodeAt(0))

const latin = (text: Uint8Array): string => String.fromCharCode(...text)

function lineOf({ name, sequence, value }: Heard): string {
  const { from, uin, text } = value as { from?: number; uin?: number; text?: Uint8Array }
  if (text) return `${name} ${sequence}: ${from} "${latin(text)}"`
  const isAboutSomebody = name === 'userOnline' || name === 'userOffline' || name === 'statusUpdate'
  return isAboutSomebody ? `${name} ${sequence}: ${uin}` : `${name} ${sequence}`
}
