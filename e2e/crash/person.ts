// Somebody with an original client that lives on while the server dies and comes back: it keeps its port, its numbers and what it
// has seen, sends again what is not acknowledged, and never signs on again by itself.
import { code, loginBody, messageBody, readMessage, readStored, textCodeBody, u32, uins } from '../bytes.ts'
import { OldClient } from '../old-client.ts'
import type { Endpoint, Received } from '../raw-client.ts'
import { password } from '../started-server.ts'
import type { Ledger } from './ledger.ts'

/** How somebody reads, for a while. */
export type Habit =
  /** At once. */
  | 'prompt'
  /** Takes some milliseconds, so that what they read has been stored meanwhile. */
  | 'slow'
  /** Sees everything and acknowledges nothing. */
  | 'mute'

export const habits: readonly Habit[] = ['prompt', 'slow', 'mute']

type Where = 'away' | 'coming' | 'here' | 'leaving'

/** How long a client waits for an answer that the server may have forgotten in its death, in milliseconds. */
const patienceMs = 3_000
/** How long the server may take to hear a goodbye, its deaths included, in milliseconds. */
const goodbyeMs = 60_000
/** So many messages of one sender may be under way to somebody, far from what a mailbox holds. */
const openMax = 15

/** Whom to write to, and how long to think before the next message. */
export interface Choices {
  readonly dice: () => number
  readonly recipients: readonly Person[]
}

export class Person {
  readonly uin: number
  readonly client: OldClient
  habit: Habit = 'prompt'
  /** How long a slow reader takes, in milliseconds. */
  slownessMs = 0
  where: Where = 'away'
  /** Counts how often this person has signed on. */
  visit = 0
  /** What others may see of this person: the status that was acknowledged last, and what has no ACK yet. */
  statuses: number[] = [0]
  /** Everybody on the list, and what this client shows of them; undefined is off line. */
  readonly shown = new Map<number, number | undefined>()
  readonly #ledger: Ledger
  readonly #texts = new Set<string>()
  #hasListEnd = false
  #hasStoredEnd = false
  #isFetching = false
  #isWriting = false
  #writesUnderWay = 0

  constructor(uin: number, server: Endpoint, ledger: Ledger, dice: () => number) {
    this.uin = uin
    this.#ledger = ledger
    // Original clients wait ten seconds. Impatience brings more repetitions to more lives.
    const resendMs = (): number => 100 + dice() * 400
    this.client = new OldClient(uin, server, { resendMs, timesMax: Number.POSITIVE_INFINITY })
    this.client.hears = (packet) => this.#hear(packet)
    this.client.acknowledges = (packet) => this.#acknowledges(packet)
    this.client.isRefused = (command) => this.#refused(command)
    this.client.isContradicted = ({ sequence }) => this.#complain(`got another packet under the number ${sequence}`)
  }

  /** Signs on from a new port, names contacts, and fetches until nothing is left. Goes on in the next life when the server dies. */
  async come(contacts: readonly number[]): Promise<void> {
    const since = performance.now()
    const { life } = this.#ledger
    this.where = 'coming'
    this.statuses = [0]
    this.shown.clear()
    this.visit += 1
    this.#writesUnderWay = 0
    while (this.where === 'coming') {
      await this.client.open()
      this.client.send(code.login, loginBody({ password }))
      await waitFor(() => this.where !== 'coming', patienceMs)
    }
    this.addContacts(contacts)
    await this.#fetchAll()
    // What another life has taken up may follow the end of what was asked for; when all is calm it must be there.
    if (this.#ledger.life === life) {
      this.#ledger.expectAllShown(this.uin, since, `after visit ${this.visit} has begun`)
    }
  }

  /** Says goodbye, and is gone when the server has heard it. */
  async leave(): Promise<void> {
    this.where = 'leaving'
    this.client.send(code.textCode, textCodeBody('B_USER_DISCONNECTED'), () => this.#close())
    if (await waitFor(() => this.where === 'away', goodbyeMs)) return
    this.#complain(`said goodbye for ${goodbyeMs} ms, and nobody heard it`)
    this.#close()
  }

  /** Leaves without a word, and without the server's noticing. */
  vanish(): void {
    this.#close()
  }

  /** Names more people whose presence to show. */
  addContacts(uinsToAdd: readonly number[]): void {
    this.#hasListEnd = false
    for (const uin of uinsToAdd) this.shown.set(uin, undefined)
    this.client.send(code.contacts, uins(...uinsToAdd))
  }

  /** Whether the server has told all that it knows of the contacts. */
  get knowsContacts(): boolean {
    return this.#hasListEnd
  }

  /** Hides from somebody. */
  hideFrom(uin: number): void {
    this.client.send(code.invisibleTo, uins(uin))
  }

  /** One change after another: a repetition that comes late must not undo the next. */
  changeStatus(status: number): void {
    if (this.where !== 'here' || this.statuses.length > 1) return
    this.statuses.push(status)
    this.client.send(code.changeStatus, u32(status), () => this.statuses.shift())
  }

  keepAlive(): void {
    this.client.send(code.keepAlive)
  }

  /** Asks for what was sent and not acknowledged. */
  demandAnswer(): void {
    this.client.send(code.textCode, textCodeBody('B_MESSAGE_ACK'))
  }

  /** Writes from now on, always some messages at a time. */
  beginWriting(underWay: number, choices: Choices): void {
    this.#isWriting = true
    while (this.#writesUnderWay < underWay && this.#write(choices)) this.#writesUnderWay += 1
  }

  stopWriting(): void {
    this.#isWriting = false
  }

  /** Fetches stored messages until none comes, and reads them at once whatever the habit: an end comes only when all are read. */
  async #fetchAll(): Promise<void> {
    this.#isFetching = true
    for (let known = -1; known < this.#texts.size && this.where === 'here'; ) {
      known = this.#texts.size
      do {
        this.#hasStoredEnd = false
        this.client.send(code.fetchStored)
      } while (!(await waitFor(() => this.#hasStoredEnd, patienceMs)) && this.where === 'here')
    }
    this.#isFetching = false
  }

  /** False when nobody is there to write to. */
  #write(choices: Choices): boolean {
    const { dice, recipients } = choices
    const to = recipients[Math.floor(dice() * recipients.length)]!
    if (!this.#isWriting || this.where !== 'here') return false
    if (to === this || this.#ledger.openOf(this.uin, to.uin) >= openMax) {
      this.#writeSoon(choices, 1 + dice() * 10)
      return true
    }
    const wasAway = to.where === 'away' ? to.visit : undefined
    const text = this.#ledger.write(this.uin, to.uin, performance.now())
    this.client.send(code.sendMessage, messageBody(to.uin, text), () => {
      const isAway = to.where === 'away' && to.visit === wasAway
      this.#ledger.acknowledge(text, isAway, performance.now())
      this.#writeSoon(choices, dice() * 8)
    })
    return true
  }

  #writeSoon(choices: Choices, ms: number): void {
    const visit = this.visit
    setTimeout(() => {
      if (this.visit === visit && !this.#write(choices)) this.#writesUnderWay -= 1
    }, ms)
  }

  #hear(packet: Received): void {
    const { code: command, body } = packet
    switch (command) {
      case code.loginReply:
        this.where = 'here'
        break
      case code.message:
      case code.stored: {
        const { from, text } = contentOf(packet)
        this.#texts.add(text)
        const how = `as ${command.toString(16).padStart(4, '0')}#${packet.sequence}`
        this.#ledger.show(this.uin, this.visit, from, text, how)
        break
      }
      case code.storedEnd:
        this.#hasStoredEnd = true
        break
      case code.contactsEnd:
        this.#hasListEnd = true
        break
      case code.online:
        this.shown.set(body.readUInt32LE(0), body.readUInt32LE(17))
        break
      case code.statusUpdate:
        this.shown.set(body.readUInt32LE(0), body.readUInt32LE(4))
        break
      case code.offline:
        this.shown.set(body.readUInt32LE(0), undefined)
        break
    }
  }

  #acknowledges(packet: Received): boolean {
    if (packet.code !== code.message && packet.code !== code.stored) return true
    // Whoever is leaving acknowledges nothing more: it might come after the goodbye and not count.
    const habit = this.#isFetching ? 'prompt' : this.habit
    if (habit === 'mute' || this.where === 'leaving') return false
    const read = (): void => this.#ledger.read(contentOf(packet).text, performance.now())
    if (habit === 'prompt') {
      read()
      return true
    }
    const visit = this.visit
    setTimeout(() => {
      if (this.where !== 'here' || this.visit !== visit) return
      read()
      this.client.ack(packet)
    }, this.slownessMs)
    return false
  }

  #refused(command: number): void {
    if (this.where === 'here') this.#complain(`was signed on, and told ${command.toString(16).padStart(4, '0')}`)
    // Who is not known need not say goodbye any more; who is coming asks again.
    if (this.where === 'here' || this.where === 'leaving') this.#close()
  }

  #close(): void {
    this.where = 'away'
    this.stopWriting()
    this.client.close()
  }

  #complain(what: string): void {
    this.#ledger.complaints.push(`${this.uin} ${what}`)
  }
}

/** Waits until something is so, or for so many milliseconds. Says whether it is so. */
export async function waitFor(isSo: () => boolean, ms: number): Promise<boolean> {
  const giveUpAt = performance.now() + ms
  while (!isSo() && performance.now() < giveUpAt) await new Promise((resolve) => setTimeout(resolve, 2))
  return isSo()
}

const contentOf = ({ code: command, body }: Received): { from: number; text: string } =>
  command === code.stored ? readStored(body) : readMessage(body)
