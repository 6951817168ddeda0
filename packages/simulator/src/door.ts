// The server's door, watched from outside: what goes in, what comes out, who is visiting and what the server has promised them.
// It believes datagrams only. A command counts as carried out when its ACK leaves.
import { type HeardEvent, v2Client, v2Server } from '@seekyou/dialect'
import type { Address, Direct, Event, Intent, Millis, Status, Text, Uin } from '@seekyou/language'
import type { Note } from '@seekyou/server'
import { type Frame, isFault } from '@seekyou/wire'

/** A command that came in during a visit. */
export interface Command {
  readonly frame: Frame
  /** Undefined when it cannot be understood. */
  readonly intent: Intent | undefined
  /** The mark that its answers repeat. */
  readonly request: number
  readonly firstAt: Millis
  /** It came while the sign-on was being looked at, when only a few may wait. */
  readonly wasEarly: boolean
  copies: number
  acks: number
}

/** Something that was said to a visitor under one number. */
export interface Saying {
  readonly sequence: number
  readonly event: Event
  /** The mark of the command that it answers, if it answers one. */
  readonly request: number
  readonly firstAt: Millis
  sends: number
  /** When the visitor's ACK came in. */
  ackedAt: Millis | undefined
}

/** Somebody who is signed on, as far as can be seen from outside. */
export interface Visit {
  readonly uin: Uin
  readonly address: Address
  readonly beganAt: Millis
  /** When the sign-on came, and with which password. */
  readonly knockedAt: Millis
  readonly password: Text
  readonly direct: Direct
  endedAt: Millis | undefined
  status: Status
  visibleTo: ReadonlySet<Uin>
  invisibleTo: ReadonlySet<Uin>
  readonly contacts: Set<Uin>
  /** When the visitor first asked for stored messages. */
  fetchedAt: Millis | undefined
  /** By sequence; several only if the visitor used a number for several commands. */
  readonly commands: Map<number, Command[]>
  /** By sequence. */
  readonly sayings: Map<number, Saying>
}

/** Who watches the door. */
export interface DoorWatcher {
  visitBegan?(visit: Visit, now: Millis): void
  /** `crashed`: the server went down. */
  visitEnded?(visit: Visit, crashed: boolean, now: Millis): void
  /** A command came in for the first time. */
  commandCame?(visit: Visit, command: Command, now: Millis): void
  /** An ACK left; the first one says that the command has been carried out. */
  commandAcked?(visit: Visit, command: Command, now: Millis): void
  /** An ACK left for which nothing can be found that came in. */
  ackFromNowhere?(to: Address, sequence: number, now: Millis): void
  said?(visit: Visit, saying: Saying, now: Millis): void
  /** The visitor's ACK came in for the first time. */
  sayingAcked?(visit: Visit, saying: Saying, now: Millis): void
  /** Something was said to an address without a visit. */
  saidToStranger?(to: Address, event: Event, now: Millis): void
  /** Something that can be understood came from an address without a visit, or with another number than its visitor's. */
  strangerCame?(from: Address, uin: number, intent: Intent, now: Millis): void
  /** Any datagram, understood or not. */
  wentIn?(from: Address, bytes: Uint8Array, now: Millis): void
  cameOut?(to: Address, bytes: Uint8Array, visit: Visit | undefined, now: Millis): void
}

interface Knocking {
  readonly intent: Intent<'signOn'>
  readonly request: number
  readonly sequence: number
  readonly since: Millis
  /** What else came from there since. */
  readonly frames: Frame[]
}

const serverDialect = v2Server()
const clientDialect = v2Client()
const openServer = clientDialect.framing(0).open
const knocksMax = 128
const framesMax = 256

export class Door {
  readonly #watchers: readonly DoorWatcher[]
  readonly #byAddress = new Map<Address, Visit>()
  readonly #byUin = new Map<Uin, Visit>()
  readonly #last = new Map<Uin, Visit>()
  readonly #knocking = new Map<Address, Knocking[]>()
  /** The sign-on whose ACK left last; its answer follows at once. */
  #lastAnswered: { readonly address: Address | undefined; readonly sequence: number } = {
    address: undefined,
    sequence: 0,
  }
  /** What else strangers sent, by address: numbers that may still be acknowledged. */
  readonly #strangers = new Map<Address, Set<number>>()

  /** Whose password was found right where, before signing on. */
  readonly #confirmed = new Map<Address, Set<Uin>>()

  constructor(watchers: readonly DoorWatcher[]) {
    this.#watchers = watchers
  }

  visitOf(uin: Uin): Visit | undefined {
    return this.#byUin.get(uin)
  }

  /** Their present visit, or else the last one. */
  lastVisitOf(uin: Uin): Visit | undefined {
    return this.#last.get(uin)
  }

  /** A datagram reaches the server. */
  goesIn(from: Address, bytes: Uint8Array, now: Millis): void {
    for (const watcher of this.#watchers) watcher.wentIn?.(from, bytes, now)
    const frame = serverDialect.framing.open(bytes)
    if (isFault(frame)) return
    const visit = this.#byAddress.get(from)
    if (visit && visit.uin === frame.uin && !serverDialect.opens(frame.code)) this.#hear(visit, frame, now)
    else this.#hearStranger(from, frame, now)
  }

  /** A datagram leaves the server. */
  comesOut(to: Address, bytes: Uint8Array, now: Millis): void {
    const frame = openServer(bytes)
    if (isFault(frame)) throw new Error('the server sent something that is no datagram')
    if (frame.code === clientDialect.manners.ackCode) this.#acked(to, frame.sequence, now)
    else this.#said(to, frame, now)
    for (const watcher of this.#watchers) watcher.cameOut?.(to, bytes, this.#byAddress.get(to), now)
  }

  noted(note: Note, now: Millis): void {
    if (note.what === 'signedOn') this.#beganQuietly(note.uin, note.address, now)
    if (note.what !== 'signedOff') return
    const visit = this.#byAddress.get(note.address)
    if (visit?.uin === note.uin) this.#end(visit, false, now)
  }

  wentDown(now: Millis): void {
    for (const visit of [...this.#byUin.values()]) this.#end(visit, true, now)
    this.#knocking.clear()
    this.#strangers.clear()
  }

  /** Somebody was let in, and the answer had to wait: the address may not cost more. */
  #beganQuietly(uin: Uin, address: Address, now: Millis): void {
    if (this.#byAddress.has(address)) return
    const knock = this.#knocking.get(address)?.findLast(({ intent }) => intent.uin === uin)
    if (!knock) throw new Error(`${uin} was let in without having asked`)
    const visit = this.#letIn(address, knock, now)
    for (const frame of knock.frames) this.#hear(visit, frame, now, true)
  }

  #hear(visit: Visit, frame: Frame, now: Millis, wasEarly = false): void {
    if (frame.code === serverDialect.manners.ackCode) {
      const saying = visit.sayings.get(frame.sequence)
      if (!saying || saying.ackedAt !== undefined) return
      saying.ackedAt = now
      for (const watcher of this.#watchers) watcher.sayingAcked?.(visit, saying, now)
      return
    }
    const commands = visit.commands.get(frame.sequence)
    const known = commands?.find((command) => command.frame.code === frame.code)
    if (known) {
      known.copies += 1
      return
    }
    const heard = serverDialect.hear(frame)
    const intent = heard !== 'unknown' && 'intent' in heard ? heard.intent : undefined
    const request = heard !== 'unknown' && 'intent' in heard ? heard.request : 0
    const command: Command = { frame, intent, request, firstAt: now, wasEarly, copies: 1, acks: 0 }
    if (commands) commands.push(command)
    else visit.commands.set(frame.sequence, [command])
    // Who was added is shown at once; the ACK waits until they have been told of it.
    if (intent?.name === 'announceContacts') for (const uin of intent.uins) visit.contacts.add(uin)
    else if (intent?.name === 'addContact') visit.contacts.add(intent.uin)
    for (const watcher of this.#watchers) watcher.commandCame?.(visit, command, now)
  }

  #hearStranger(from: Address, frame: Frame, now: Millis): void {
    const heard = serverDialect.hear(frame)
    const intent = heard !== 'unknown' && 'intent' in heard ? heard.intent : undefined
    if (intent) for (const watcher of this.#watchers) watcher.strangerCame?.(from, frame.uin, intent, now)
    if (intent?.name === 'signOn') {
      const { request } = heard as { request: number }
      const knocks = this.#knocking.get(from) ?? []
      this.#knocking.set(from, knocks)
      if (!knocks.some((knock) => knock.request === request && knock.sequence === frame.sequence)) {
        knocks.push({ intent, request, sequence: frame.sequence, since: now, frames: [] })
        if (knocks.length > knocksMax) knocks.shift()
      }
      return
    }
    // An original client's wizard reads the profile before it signs on.
    if (serverDialect.opens(frame.code) || intent?.name === 'requestExtInfo') {
      const numbers = this.#strangers.get(from) ?? new Set()
      this.#strangers.set(from, numbers.add(frame.sequence))
      if (serverDialect.opens(frame.code)) return
    }
    for (const { intent, frames } of this.#knocking.get(from) ?? []) {
      if (intent.uin !== frame.uin) continue
      frames.push(frame)
      if (frames.length > framesMax) frames.shift()
    }
  }

  #acked(to: Address, sequence: number, now: Millis): void {
    const visit = this.#byAddress.get(to)
    const commands = visit?.commands.get(sequence) ?? []
    const unanswered = commands.find(({ copies, acks }) => acks < copies)
    if (!unanswered && this.#knocking.get(to)?.some((knock) => knock.sequence === sequence)) {
      this.#lastAnswered = { address: to, sequence }
      return
    }
    if (!unanswered && this.#strangers.get(to)?.has(sequence)) return
    const command = unanswered ?? commands[0]
    if (visit && command) {
      command.acks += 1
      if (command.acks === 1) this.#obeyed(visit, command.intent, now)
      for (const watcher of this.#watchers) watcher.commandAcked?.(visit, command, now)
      return
    }
    for (const watcher of this.#watchers) watcher.ackFromNowhere?.(to, sequence, now)
  }

  #obeyed(visit: Visit, intent: Intent | undefined, now: Millis): void {
    switch (intent?.name) {
      case 'changeStatus':
        visit.status = intent.status
        break
      case 'announceVisibleTo':
        visit.visibleTo = new Set(intent.uins)
        break
      case 'announceInvisibleTo':
        visit.invisibleTo = new Set(intent.uins)
        break
      case 'fetchStoredMessages':
        visit.fetchedAt ??= now
        break
      default:
        break
    }
  }

  #said(to: Address, frame: Frame, now: Millis): void {
    const heard = clientDialect.hear(frame)
    if (heard === 'unknown' || !('event' in heard)) throw new Error('the server said something without a meaning')
    const knock = heard.event.name === 'signedOn' ? this.#knockFor(to, heard) : undefined
    if (knock) this.#letIn(to, knock, now)
    const visit = this.#byAddress.get(to)
    if (!visit || this.#isForStranger(visit, frame.sequence, heard.event)) {
      for (const watcher of this.#watchers) watcher.saidToStranger?.(to, heard.event, now)
      return
    }
    const known = visit.sayings.get(frame.sequence)
    const { event, request } = heard
    const saying = known ?? { sequence: frame.sequence, event, request, firstAt: now, sends: 0, ackedAt: undefined }
    saying.sends += 1
    visit.sayings.set(frame.sequence, saying)
    for (const watcher of this.#watchers) watcher.said?.(visit, saying, now)
    for (const frame of knock?.frames ?? []) this.#hear(visit, frame, now, true)
  }

  /** Somebody else may have signed on in an address's name, with a number of their own, while the owner is about to. */
  #isForStranger({ uin, address, commands }: Visit, sequence: number, event: Event): boolean {
    const confirmed = this.#confirmed.get(address) ?? new Set()
    this.#confirmed.set(address, confirmed)
    if (event.name === 'passwordConfirmed') {
      confirmed.add(event.uin)
      return true
    }
    if (event.name !== 'extInfoFound' || event.uin === uin || !confirmed.has(event.uin)) return false
    const isAsked = [...commands.values()]
      .flat()
      .some(({ intent }) => intent?.name === 'requestExtInfo' && intent.uin === event.uin)
    return !isAsked && this.#strangers.get(address)?.has(sequence) === true
  }

  /** The sign-on to which this is the first answer. */
  #knockFor(address: Address, { event, request }: HeardEvent): Knocking | undefined {
    if (event.name !== 'signedOn' || this.#byAddress.has(address)) return undefined
    const { address: answered, sequence } = this.#lastAnswered
    if (answered !== address) return undefined
    return this.#knocking
      .get(address)
      ?.find((one) => one.intent.uin === event.uin && one.request === request && one.sequence === sequence)
  }

  #letIn(address: Address, knock: Knocking, now: Millis): Visit {
    const { intent } = knock
    const others = this.#knocking.get(address)!.filter((one) => one !== knock)
    this.#knocking.set(address, others)
    const visit: Visit = {
      uin: intent.uin,
      address,
      beganAt: now,
      knockedAt: knock.since,
      password: intent.password,
      direct: intent.direct,
      endedAt: undefined,
      status: intent.status,
      visibleTo: new Set(),
      invisibleTo: new Set(),
      contacts: new Set(),
      fetchedAt: undefined,
      commands: new Map(),
      sayings: new Map(),
    }
    this.#byAddress.set(address, visit)
    this.#byUin.set(intent.uin, visit)
    this.#last.set(intent.uin, visit)
    for (const watcher of this.#watchers) watcher.visitBegan?.(visit, now)
    return visit
  }

  #end(visit: Visit, crashed: boolean, now: Millis): void {
    visit.endedAt = now
    this.#byAddress.delete(visit.address)
    if (this.#byUin.get(visit.uin) === visit) this.#byUin.delete(visit.uin)
    for (const watcher of this.#watchers) watcher.visitEnded?.(visit, crashed, now)
  }
}
