// Who is there in a round: people who write, and people who read in the many ways in which people read.
import { code, messageBody, readMessage, readStored, textCodeBody } from '../bytes.ts'
import type { RawClient, Received } from '../raw-client.ts'
import { password } from '../started-server.ts'
import type { Clients } from './clients.ts'
import type { Ledger } from './ledger.ts'

/** How somebody behaves while the others write. */
export type Habit =
  /** Reads at once. */
  | 'prompt'
  /** Takes some milliseconds, so that what they read has been stored meanwhile. */
  | 'slow'
  /** Sees everything and acknowledges nothing. */
  | 'mute'
  /** Is not there. */
  | 'away'
  /** Comes after a while, and fetches what has been stored until then. */
  | 'late'
  /** Goes after a while. */
  | 'leaving'

export const habits: readonly Habit[] = ['prompt', 'slow', 'mute', 'away', 'late', 'leaving']

/** Somebody who reads. Of a habit, `delayMs` says how long the slow ones take, and when those who come and go do so. */
export class Reader {
  readonly uin: number
  readonly #clients: Clients
  readonly #ledger: Ledger
  #client: RawClient | undefined
  /** The server's numbers, and the texts, of what this link has brought. */
  #numbers = new Set<number>()
  #texts = new Set<string>()
  #slownessMs = 0
  #isMute = false

  constructor(uin: number, clients: Clients, ledger: Ledger) {
    this.uin = uin
    this.#clients = clients
    this.#ledger = ledger
  }

  /** Signs on, fetches until nothing is left, and looks whether everything is there that was promised in earlier lives. */
  async arrive(): Promise<void> {
    const client = await this.#clients.open()
    const since = performance.now()
    this.#client = client
    this.#numbers = new Set()
    this.#texts = new Set()
    client.hears = (packet) => this.#hear(packet)
    client.acknowledges = (packet) => this.#acknowledges(client, packet)
    await client.login(this.uin, password)
    for (let fetched = -1; fetched < this.#texts.size; ) {
      fetched = this.#texts.size
      await client.command(code.fetchStored)
      await client.expect(code.storedEnd)
    }
    this.#ledger.expectAllShown(this.uin, since)
  }

  /** Before the others begin to write. */
  async prepare(habit: Habit, delayMs: number): Promise<void> {
    if (habit === 'slow') this.#slownessMs = delayMs
    if (habit === 'mute') this.#isMute = true
    if (habit === 'away' || habit === 'late') await this.leave()
  }

  /** While the others write. */
  async act(habit: Habit, delayMs: number): Promise<void> {
    if (habit !== 'late' && habit !== 'leaving') return
    await passed(delayMs)
    await (habit === 'late' ? this.arrive() : this.leave())
  }

  async leave(): Promise<void> {
    const client = this.#client
    this.#client = undefined
    if (!client) return
    await client.command(code.textCode, textCodeBody('B_USER_DISCONNECTED'))
    await this.#clients.close(client)
  }

  #hear(packet: Received): void {
    // A resend under the same number is no second showing: clients recognise it.
    if (!isMessage(packet) || this.#numbers.has(packet.sequence)) return
    this.#numbers.add(packet.sequence)
    const { from, text } = contentOf(packet)
    this.#ledger.show(this.uin, from, text)
    if (this.#texts.has(text)) this.#ledger.complaints.push(`${text} was shown twice on one link`)
    this.#texts.add(text)
  }

  #acknowledges(client: RawClient, packet: Received): boolean {
    if (!isMessage(packet)) return true
    // Whoever is leaving acknowledges nothing more: it might come after the goodbye and not count.
    if (this.#isMute || this.#client !== client) return false
    const read = (): void => this.#ledger.read(contentOf(packet).text, performance.now())
    if (this.#slownessMs === 0) {
      read()
      return true
    }
    setTimeout(() => {
      if (this.#client !== client || !this.#clients.isOpen(client)) return
      read()
      client.ack(packet)
    }, this.#slownessMs)
    return false
  }
}

/** Whom to write to next, and whether they are away for the rest of the round. */
export type Choose = () => { readonly to: number; readonly isAway: boolean }

/** Somebody who writes, and always has some messages under way that have no ACK. */
export class Writer {
  readonly uin: number
  readonly #client: RawClient
  readonly #ledger: Ledger
  readonly #choose: Choose
  readonly #underWay = new Map<number, { readonly text: string; readonly isAway: boolean }>()

  private constructor(client: RawClient, ledger: Ledger, choose: Choose) {
    this.uin = client.uin
    this.#client = client
    this.#ledger = ledger
    this.#choose = choose
    client.hears = (packet) => this.#hear(packet)
  }

  static async arrive(uin: number, clients: Clients, ledger: Ledger, choose: Choose): Promise<Writer> {
    const client = await clients.open()
    client.uin = uin
    const writer = new Writer(client, ledger, choose)
    await client.login(uin, password)
    return writer
  }

  begin(underWay: number): void {
    for (let count = 0; count < underWay; count++) this.#write()
  }

  #write(): void {
    const { to, isAway } = this.#choose()
    const text = this.#ledger.write(this.uin, to, performance.now())
    this.#underWay.set(this.#client.send(code.sendMessage, messageBody(to, text)), { text, isAway })
  }

  #hear(packet: Received): void {
    if (packet.code === code.message) {
      const { from, text } = readMessage(packet.body)
      this.#ledger.complaints.push(`${this.uin} was told by ${from}: ${text}`)
    }
    if (packet.code !== code.ack) return
    const message = this.#underWay.get(packet.sequence)
    if (!message) return
    this.#underWay.delete(packet.sequence)
    this.#ledger.acknowledge(message.text, message.isAway, performance.now())
    this.#write()
  }
}

const isMessage = (packet: Received): boolean => packet.code === code.message || packet.code === code.stored

const contentOf = ({ code: command, body }: Received): { from: number; text: string } =>
  command === code.stored ? readStored(body) : readMessage(body)

function passed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
