// The server's door, watched from outside: what goes in, what comes out, who is visiting and what the server has promised them.
// It believes datagrams only. A command counts as carried out when its ACK leaves.
import { type HeardEvent, v2Client, v2Server } from '@seekyou/dialect'
import { type Address, type Event, isWeb, type Millis, type Uin } from '@seekyou/language'
import type { Note } from '@seekyou/server'
import { type Frame, isFault } from '@seekyou/wire'
import { appearanceAfter } from './appearance.ts'
import { Audience } from './audience.ts'
import { forgetUnkept, type IsKept } from './forget-unkept.ts'
import { type Knock, Knocks } from './knocks.ts'
import type { NodeLike } from './virtual-server.ts'
import { type Command, type DoorWatcher, newVisit, type Saying, type Visit } from './visit.ts'
import { fireAndForget } from './witnesses/fire-and-forget.ts'

const serverDialect = v2Server()
const clientDialect = v2Client()
const openServer = clientDialect.framing(0).open
/** So many earlier visits of somebody may come back to life, because their ends were not kept. */
const formerMax = 64

export class Door {
  readonly #watchers: Audience<DoorWatcher>
  readonly #byAddress = new Map<Address, Visit>()
  readonly #byUin = new Map<Uin, Visit>()
  /** The latest visits of everybody, the last one last. */
  readonly #visits = new Map<Uin, Visit[]>()
  readonly #knocks = new Knocks()
  /** The sign-on whose ACK left last; its answer follows at once. */
  #lastAnswered: { readonly address: Address | undefined; readonly sequence: number } = {
    address: undefined,
    sequence: 0,
  }
  /** The visit whose visitor has just spoken. */
  #speaking: Visit | undefined
  /** What else strangers sent, by address: numbers that may still be acknowledged. */
  readonly #strangers = new Map<Address, Set<number>>()
  /** Whose password was found right where, before signing on. */
  readonly #confirmed = new Map<Address, Set<Uin>>()

  constructor(watchers: readonly DoorWatcher[]) {
    this.#watchers = new Audience(watchers)
  }

  visitOf(uin: Uin): Visit | undefined {
    return this.#byUin.get(uin)
  }

  /** Their present visit, or else the last one. */
  lastVisitOf(uin: Uin): Visit | undefined {
    return this.#visits.get(uin)?.at(-1)
  }

  /** A datagram reaches the server. */
  goesIn(from: Address, bytes: Uint8Array, now: Millis): void {
    for (const watcher of this.#watchers.of('wentIn')) watcher.wentIn(from, bytes, now)
    const frame = serverDialect.framing.open(bytes)
    if (isFault(frame)) return
    const visit = this.#byAddress.get(from)
    this.#speaking = visit?.uin === frame.uin && !serverDialect.opens(frame.code) ? visit : undefined
    if (this.#speaking) this.#hear(this.#speaking, frame, now)
    else this.#hearStranger(from, frame, now)
  }

  /** A datagram leaves the server. */
  comesOut(to: Address, bytes: Uint8Array, now: Millis): void {
    const frame = openServer(bytes)
    if (isFault(frame)) throw new Error('the server sent something that is no datagram')
    if (frame.code === clientDialect.manners.ackCode) this.#acked(to, frame.sequence, now)
    else this.#said(to, frame, now)
    for (const watcher of this.#watchers.of('cameOut')) watcher.cameOut(to, bytes, this.#byAddress.get(to), now)
  }

  noted(note: Note, now: Millis): void {
    if (note.what === 'signedOn') this.#beganQuietly(note.uin, note.address, now)
    if (note.what !== 'signedOff') return
    const visit = this.#byAddress.get(note.address)
    if (visit?.uin === note.uin) this.#end(visit, false, now, note.because === 'gone')
  }

  /** The server's process is gone. */
  wentDown(now: Millis, isKept: IsKept): void {
    for (const visit of [...this.#visits.values()].flat()) {
      // One that has ended may come back to life, if its end was not kept.
      if (visit.endedAt !== undefined && isKept(visit.endedAt, true)) continue
      visit.inDoubt = forgetUnkept(visit, isKept)
      if (visit.endedAt !== undefined) continue
      for (const watcher of this.#watchers.of('visitInterrupted')) watcher.visitInterrupted(visit, now)
    }
  }

  /** Another process has begun, and knows of these; `keptAt`: when somebody's visit was as it is kept. */
  cameUp(present: NodeLike['present'], keptAt: (uin: Uin) => Millis, now: Millis): void {
    const all = new Map(Array.from(present, (one) => [one.uin, one]))
    const places = new Set(Array.from(all.values(), ({ address }) => address))
    for (const visit of [...this.#byUin.values()]) {
      const address = all.get(visit.uin)?.address
      if (address === visit.address) continue
      // Whoever is somewhere else, or has lost a place to somebody else, the present or the next one, has signed on or was signed on for in between.
      const hasLostPlace =
        places.has(visit.address) || Array.from(places).some((place) => this.#knocks.at(place, visit.uin).length > 0)
      this.#end(visit, address === undefined && !hasLostPlace, now)
    }
    for (const { uin, address, opening } of all.values()) {
      const isIt = ({ request, knockedAt }: Knock): boolean => request === opening.request && knockedAt <= keptAt(uin)
      const visit = this.#visits.get(uin)?.findLast((one) => one.address === address && one.knocks.some(isIt))
      const knock = this.#knocks.at(address, uin).findLast(isIt)
      // A sign-on may come once more, as a late copy, when the visit that began with it is over.
      const isOver = visit?.endedAt !== undefined && knock !== undefined && knock.knockedAt >= visit.endedAt
      if (visit && !isOver) this.#resume(visit, now)
      else this.#letInAgain(uin, address, knock, now)
    }
    this.#knocks.clear()
    this.#strangers.clear()
  }

  /** A visit goes on: the present one, or an earlier one, if the end of that or the beginning of this was not kept. */
  #resume(visit: Visit, now: Millis): void {
    const last = this.#byUin.get(visit.uin)
    if (last && last !== visit) {
      this.#end(last, true, now)
      takeOver(visit, last)
    }
    // What they wanted last before they left may be lost like their leaving.
    if (visit.endedAt !== undefined) visit.hasLost = true
    visit.endedAt = undefined
    visit.isKept = true
    this.#byAddress.set(visit.address, visit)
    this.#byUin.set(visit.uin, visit)
    for (const watcher of this.#watchers.of('visitResumed')) watcher.visitResumed(visit, now)
  }

  /** A sign-on was kept, and the process went down before it was answered. */
  #letInAgain(uin: Uin, address: Address, knock: Knock | undefined, now: Millis): void {
    if (!knock) throw new Error(`${uin} came back without having been there`)
    const last = this.#byUin.get(uin)
    if (last) this.#end(last, false, now)
    this.#letIn(address, [knock], now)
  }

  /** Somebody was let in, and the answer had to wait: the address may not cost more. */
  #beganQuietly(uin: Uin, address: Address, now: Millis): void {
    if (this.#byAddress.has(address)) return
    const [first, ...others] = this.#knocks.at(address, uin)
    if (!first) throw new Error(`${uin} was let in without having asked`)
    // Which of several sign-ons it was cannot be seen: what came since the first of them may have waited for it.
    const visit = this.#letIn(address, [first, ...others], now)
    const frames = new Set([first, ...others].flatMap(({ frames }) => frames))
    for (const frame of frames) this.#hear(visit, frame, now, true)
  }

  #hear(visit: Visit, frame: Frame, now: Millis, wasEarly = false): void {
    if (frame.code === serverDialect.manners.ackCode) {
      const saying = visit.sayings.get(frame.sequence)
      if (!saying) return
      if (saying.ackedAt !== undefined) {
        for (const watcher of this.#watchers.of('sayingAckedAgain')) watcher.sayingAckedAgain(visit, saying, now)
        return
      }
      saying.ackedAt = now
      for (const watcher of this.#watchers.of('sayingAcked')) watcher.sayingAcked(visit, saying, now)
      return
    }
    const commands = visit.commands.get(frame.sequence)
    const known = commands?.findLast((command) => command.frame.code === frame.code)
    if (known && isSame(known.frame.bytes, frame.bytes)) {
      known.copies += 1
      known.lastAt = now
      return
    }
    const heard = serverDialect.hear(frame)
    const intent = heard !== 'unknown' && 'intent' in heard ? heard.intent : undefined
    const request = heard !== 'unknown' && 'intent' in heard ? heard.request : 0
    const command: Command = {
      frame,
      intent,
      request,
      firstAt: now,
      lastAt: now,
      wasEarly,
      copies: 1,
      acks: 0,
      ackedAt: undefined,
    }
    if (commands) commands.push(command)
    else visit.commands.set(frame.sequence, [command])
    // Who was added is shown at once; the ACK waits until they have been told of it.
    if (intent?.name === 'announceContacts') for (const uin of intent.uins) visit.contacts.add(uin)
    else if (intent?.name === 'addContact') visit.contacts.add(intent.uin)
    for (const watcher of this.#watchers.of('commandCame')) watcher.commandCame(visit, command, now)
  }

  #hearStranger(from: Address, frame: Frame, now: Millis): void {
    const heard = serverDialect.hear(frame)
    const intent = heard !== 'unknown' && 'intent' in heard ? heard.intent : undefined
    if (intent)
      for (const watcher of this.#watchers.of('strangerCame')) watcher.strangerCame(from, frame.uin, intent, now)
    if (intent?.name === 'signOn') {
      const { request } = heard as { request: number }
      this.#knocks.add(from, intent, request, frame.sequence, now)
      return
    }
    // An original client's wizard reads the profile before it signs on, and a goodbye may be said again.
    if (serverDialect.opens(frame.code) || intent?.name === 'requestExtInfo' || intent?.name === 'signOff') {
      const numbers = this.#strangers.get(from) ?? new Set()
      this.#strangers.set(from, numbers.add(frame.sequence))
      if (serverDialect.opens(frame.code)) return
    }
    this.#knocks.follow(from, frame)
  }

  #acked(to: Address, sequence: number, now: Millis): void {
    const visit = this.#byAddress.get(to)
    const commands = visit?.commands.get(sequence) ?? []
    const unanswered = commands.find(({ copies, acks }) => acks < copies)
    if (!unanswered && this.#knocks.at(to).some((knock) => knock.sequence === sequence)) {
      this.#lastAnswered = { address: to, sequence }
      return
    }
    if (!unanswered && this.#strangers.get(to)?.has(sequence)) return
    const command = unanswered ?? commands[0]
    if (visit && command) {
      command.acks += 1
      if (command.acks === 1) {
        command.ackedAt = now
        this.#obeyed(visit, command, now)
      }
      for (const watcher of this.#watchers.of('commandAcked')) watcher.commandAcked(visit, command, now)
      return
    }
    for (const watcher of this.#watchers.of('ackFromNowhere')) watcher.ackFromNowhere(to, sequence, now)
  }

  #obeyed(visit: Visit, { frame, intent }: Command, now: Millis): void {
    if (intent?.name === 'fetchStoredMessages') visit.fetchedAt ??= now
    const { sequence, code } = frame
    visit.inDoubt = visit.inDoubt.filter(({ frame }) => frame.sequence !== sequence || frame.code !== code)
    const appearance = appearanceAfter(visit.appearance, intent)
    if (appearance === visit.appearance) return
    visit.appearance = appearance
  }

  #said(to: Address, frame: Frame, now: Millis): void {
    const heard = clientDialect.hear(frame)
    if (heard === 'unknown' || !('event' in heard)) throw new Error('the server said something without a meaning')
    const knock = heard.event.name === 'signedOn' ? this.#knockFor(to, heard) : undefined
    if (knock) this.#letIn(to, [knock], now)
    if (heard.event.name === 'passwordConfirmed')
      this.#confirmed.set(to, (this.#confirmed.get(to) ?? new Set()).add(heard.event.uin))
    const known = this.#byAddress.get(to)
    // Whoever speaks during a visit and hears this is not known any more.
    if (heard.event.name === 'notSignedOn' && known && known === this.#speaking) this.#end(known, true, now)
    const visit = this.#byAddress.get(to)
    if (!visit || this.#isForStranger(visit, frame.sequence, heard.event)) {
      for (const watcher of this.#watchers.of('saidToStranger')) watcher.saidToStranger(to, heard.event, now)
      return
    }
    const saying = this.#sayingOf(visit, frame, heard, now)
    saying.sends += 1
    if (heard.event.name === 'signedOn') visit.answeredAt ??= now
    for (const watcher of this.#watchers.of('said')) watcher.said(visit, saying, now)
    for (const frame of knock?.frames ?? []) this.#hear(visit, frame, now, true)
  }

  #sayingOf(visit: Visit, { sequence, bytes }: Frame, { event, request }: HeardEvent, now: Millis): Saying {
    const known = visit.sayings.get(sequence)
    const isKnown = known !== undefined && isSame(known.bytes, bytes)
    if (isKnown) return known
    const saying: Saying = {
      sequence,
      event,
      request,
      bytes: bytes.slice(),
      firstAt: now,
      sends: 0,
      ackedAt: undefined,
    }
    if (fireAndForget.has(event.name)) return saying
    visit.sayings.set(sequence, saying)
    if (known) for (const watcher of this.#watchers.of('numberReused')) watcher.numberReused(visit, saying, now)
    return saying
  }

  /** Somebody else may have signed on in an address's name, with a number of their own, while the owner is about to. */
  #isForStranger({ uin, address, commands }: Visit, sequence: number, event: Event): boolean {
    if (event.name === 'passwordConfirmed') return true
    if (event.name !== 'extInfoFound' || event.uin === uin) return false
    if (!this.#confirmed.get(address)?.has(event.uin)) return false
    const isAsked = [...commands.values()]
      .flat()
      .some(({ intent }) => intent?.name === 'requestExtInfo' && intent.uin === event.uin)
    return !isAsked && this.#strangers.get(address)?.has(sequence) === true
  }

  /** The sign-on to which this is the first answer. */
  #knockFor(address: Address, { event, request }: HeardEvent): Knock | undefined {
    if (event.name !== 'signedOn' || this.#byAddress.has(address)) return undefined
    const { address: answered, sequence } = this.#lastAnswered
    if (answered !== address) return undefined
    return this.#knocks.at(address, event.uin).find((one) => one.request === request && one.sequence === sequence)
  }

  #letIn(address: Address, knocks: Visit['knocks'], now: Millis): Visit {
    this.#knocks.remove(address, knocks.at(-1)!)
    const visit = newVisit(address, knocks, now)
    const { uin } = visit
    this.#byAddress.set(address, visit)
    this.#byUin.set(uin, visit)
    this.#visits.set(uin, [...(this.#visits.get(uin) ?? []), visit].slice(-formerMax))
    for (const watcher of this.#watchers.of('visitBegan')) watcher.visitBegan(visit, now)
    return visit
  }

  #end(visit: Visit, wasForgotten: boolean, now: Millis, isExpectedBack = wasForgotten && isWeb(visit.address)): void {
    visit.endedAt = now
    visit.isExpectedBack = isExpectedBack
    this.#byAddress.delete(visit.address)
    if (this.#byUin.get(visit.uin) === visit) this.#byUin.delete(visit.uin)
    for (const watcher of this.#watchers.of('visitEnded')) watcher.visitEnded(visit, wasForgotten, now)
  }
}

/** The visitor knows numbers of a later visit, which the server does not. */
function takeOver(visit: Visit, later: Visit): void {
  visit.hasLost = true
  for (const [sequence, saying] of later.sayings) if (!visit.sayings.has(sequence)) visit.sayings.set(sequence, saying)
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index])
