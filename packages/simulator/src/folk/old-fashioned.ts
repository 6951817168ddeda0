import { v2Client } from '@seekyou/dialect'
import { type Event, type Millis, status, type Uin } from '@seekyou/language'
import { clientFraming, clientPackets, type Frame, isFault, type Schema, serverFraming } from '@seekyou/wire'
import type { Dice } from '../dice.ts'
import type { Socket } from '../virtual-network.ts'
import { type Person, repeatedly, type World } from './world.ts'

/** What tells the clients of 1998 apart (docs/protocol/reliability.md). None of them sends anything again. */
export interface Make {
  readonly name: string
  /** Messages and ACKs go out so many times in a row. */
  readonly copies: number
  readonly announcesContacts: boolean
  /** Announces contacts before it has been let in, and again after it. */
  readonly isHasty: boolean
  /** Sends both forms of the keep-alive. */
  readonly says051e: boolean
  readonly keepAliveMs: Millis
  /** Told that it is not connected, it signs on again by itself. */
  readonly comesBack: boolean
  /** A wizard has the password checked first, and reads the profile, before it signs on. */
  readonly isGuided: boolean
  /** Which kind its plain messages have, and whether it sends them as to somebody who is not on its list. */
  readonly kind: number
  readonly writesToNewUsers: boolean
  /** The first two datagrams that it gets must be the ACK of its sign-on and the answer, or it gives up. */
  readonly isStrict: boolean
}

export const makes = {
  icqlib: {
    name: 'icqlib',
    copies: 6,
    announcesContacts: true,
    isHasty: true,
    says051e: true,
    keepAliveMs: 90_000,
    comesBack: false,
    isStrict: false,
    isGuided: false,
    kind: 1,
    writesToNewUsers: false,
  },
  micq: {
    name: 'mICQ',
    copies: 1,
    announcesContacts: true,
    isHasty: false,
    says051e: true,
    keepAliveMs: 120_000,
    comesBack: true,
    isStrict: false,
    isGuided: false,
    kind: 0x8001,
    writesToNewUsers: true,
  },
  programD: {
    name: 'Program D',
    copies: 1,
    announcesContacts: false,
    isHasty: false,
    says051e: false,
    keepAliveMs: 120_000,
    comesBack: false,
    isStrict: true,
    isGuided: false,
    kind: 1,
    writesToNewUsers: false,
  },
  original: {
    name: 'ICQ 1.113',
    copies: 1,
    announcesContacts: true,
    isHasty: false,
    says051e: true,
    keepAliveMs: 120_000,
    comesBack: false,
    isStrict: false,
    isGuided: true,
    kind: 1,
    writesToNewUsers: true,
  },
} as const satisfies Record<string, Make>

const talkEveryMs = 180_000
/** How often somebody looks whether their program still does what it should, and starts it again if not. */
const lookEveryMs = 20_000
const patienceMs = 20_000
/** Without any answer for so long, even a patient person starts the program again. */
const deafMs = 300_000

const dialect = v2Client()
const latin1 = new TextDecoder('latin1')
const notAcknowledged: ReadonlySet<string> = new Set([
  'notSignedOn',
  'signedOff',
  'signOnRefused',
  'startAgain',
  'registered',
  'passwordConfirmed',
  'extInfoFound',
])

/** Somebody with a client of 1998, written from what is known of its behaviour, bytes and all. */
export class OldFashioned implements Person {
  readonly habit: string
  readonly isCitizen = false
  isEvicted = false
  readonly uin: Uin
  readonly socket: Socket
  readonly contacts = new Set<Uin>()
  /** How often the program gave up because something unexpected came first. */
  aborts = 0
  readonly #world: World
  readonly #make: Make
  readonly #password: Uint8Array
  readonly #dice: Dice
  readonly #town: readonly Uin[]
  #state: 'off' | 'signingOn' | 'on' = 'off'
  #isQuiet = false
  #isConfirmed = false
  #sequence = 1
  /** What has come since the program was started; repetitions are known by their bytes. */
  readonly #seen = new Set<string>()
  /** Messages without an ACK, by the number of their packet. */
  #unanswered = new Map<number, number>()
  #beganAt: Millis = 0
  #heardAt: Millis = 0
  #datagrams = 0
  /** Timers of an earlier start of the program mean nothing. */
  #start = 0

  constructor(
    world: World,
    uin: Uin,
    password: Uint8Array,
    socket: Socket,
    dice: Dice,
    make: Make,
    town: readonly Uin[],
  ) {
    this.#world = world
    this.uin = uin
    this.#password = password
    this.socket = socket
    this.#dice = dice
    this.#make = make
    this.habit = make.name
    this.#town = town
  }

  get isOnline(): boolean {
    return this.#state === 'on'
  }

  appearsTo(): undefined {
    return undefined
  }

  sees(): undefined {
    return undefined
  }

  live(): void {
    const { clock } = this.#world
    clock.after(this.#dice.between(0, 60_000), () => this.signOn())
    clock.after(lookEveryMs, () => this.#look())
    const dice = this.#dice.split('talk')
    repeatedly(clock, dice, talkEveryMs, () => {
      if (this.#isQuiet) return false
      if (this.#state === 'on') for (let count = 1 + dice.below(4); count > 0; count--) this.say(dice.pick(this.#town))
      return true
    })
  }

  settle(): void {
    if (this.isEvicted) return
    this.#isQuiet = true
    this.#startAgain()
  }

  /** Starts the program. */
  signOn(): void {
    this.#start += 1
    this.#state = 'signingOn'
    this.#unanswered = new Map()
    this.#datagrams = 0
    this.#beganAt = this.#world.clock.now
    this.#heardAt = this.#beganAt
    this.#isConfirmed = false
    if (this.#make.isGuided) this.#beginWizard()
    else this.#logIn()
  }

  #beginWizard(): void {
    this.#send(clientPackets.preAuth, { connId: this.#start, uin: this.uin, password: this.#password })
  }

  /** What the last page of the wizard does. */
  #finishWizard(): void {
    this.#isConfirmed = true
    this.#send(clientPackets.extInfoRequest, { subSeq: this.#start, target: this.uin })
    this.#logIn()
  }

  #logIn(): void {
    this.#send(clientPackets.login, {
      tcpPort: 0,
      password: this.#password,
      clientBuild: 0x72,
      clientBuildHigh: 4,
      localIp: 0x7f00_0001,
      tcpFlag: 6,
      status: status(0),
      tcpVersion: 2,
      loginSeq: this.#sequence,
      x4: 0,
      x5Low: 4,
      x5Build: 0x72,
    })
    if (this.#make.isHasty) this.#announce()
  }

  /** Sends a numbered message, once and for all. */
  say(to: Uin): number {
    const { id, text } = this.#world.write(this.uin, to, this.#dice)
    const { kind, copies, writesToNewUsers } = this.#make
    const isNewUser = writesToNewUsers && !this.contacts.has(to)
    const schema = isNewUser ? clientPackets.messageToNewUser : clientPackets.sendMessage
    const sequence = this.#send(schema, { to, kind, text }, copies)
    this.#unanswered.set(sequence, id)
    return id
  }

  arrive(bytes: Uint8Array): void {
    const frame = serverFraming.open(bytes)
    if (this.#state === 'off' || isFault(frame)) return
    this.#heardAt = this.#world.clock.now
    const heard = dialect.hear(frame)
    const event = heard !== 'unknown' && 'event' in heard ? heard.event : undefined
    const isAck = frame.code === dialect.manners.ackCode
    this.#datagrams += 1
    if (this.#make.isStrict && this.#datagrams <= 2 && !isAck && event?.name !== 'signedOn') {
      this.aborts += 1
      this.#state = 'off'
    } else if (isAck) this.#settleAck(frame.sequence)
    else this.#hear(frame, event)
  }

  #settleAck(sequence: number): void {
    const id = this.#unanswered.get(sequence)
    if (id === undefined) return
    this.#unanswered.delete(sequence)
    this.#world.street.accepted(this.uin, id, this.#world.clock.now)
  }

  #hear({ sequence, bytes }: Frame, event: Event | undefined): void {
    if (event && notAcknowledged.has(event.name)) {
      if (event.name === 'passwordConfirmed' && this.#state === 'signingOn' && !this.#isConfirmed) this.#finishWizard()
      else if (event.name === 'notSignedOn' && this.#make.comesBack) this.signOn()
      else if (event.name === 'notSignedOn' && this.#state === 'on') this.#state = 'off'
      return
    }
    // An answer to a sign-on that somebody forged in this place's name.
    if (event?.name === 'signedOn' && event.uin !== this.uin) return
    this.#acknowledge(sequence)
    const all = latin1.decode(bytes)
    if (this.#seen.has(all) && event?.name !== 'signedOn') return
    this.#seen.add(all)
    switch (event?.name) {
      case 'signedOn':
        if (this.#state === 'signingOn') this.#settleIn()
        break
      case 'messageArrived':
      case 'storedMessageArrived': {
        const { from, text, name } = event
        this.#world.street.shown(this.uin, { from, text, stored: name === 'storedMessageArrived' }, this.#heardAt)
        break
      }
      case 'storedMessagesEnded':
        this.#send(clientPackets.confirmStoredMessages, {})
        break
    }
  }

  #settleIn(): void {
    this.#state = 'on'
    this.#send(clientPackets.requestStoredMessages, {})
    this.#announce()
    this.#keepAlive(this.#start)
  }

  #announce(): void {
    if (this.#make.announcesContacts) this.#send(clientPackets.contactList, { uins: [...this.contacts] })
  }

  #keepAlive(start: number): void {
    this.#world.clock.after(this.#make.keepAliveMs, () => {
      if (start !== this.#start || this.#state !== 'on') return
      this.#send(clientPackets.keepAlive, {})
      if (this.#make.says051e) this.#send(clientPackets.keepAlive2, {})
      this.#keepAlive(start)
    })
  }

  #look(): void {
    const { clock } = this.#world
    clock.after(lookEveryMs, () => this.#look())
    if (this.#start === 0 || this.isEvicted) return
    const isStuck = this.#state !== 'on' && clock.now - this.#beganAt > patienceMs
    if (isStuck || clock.now - this.#heardAt > deafMs) this.#startAgain()
  }

  /** As a new process, from another port. */
  #startAgain(): void {
    this.#world.network.remap(this.socket)
    this.#seen.clear()
    this.#sequence = 1
    this.signOn()
  }

  #acknowledge(sequence: number): void {
    const ack = clientFraming.ack(sequence, this.uin)
    for (let copies = this.#make.copies; copies > 0; copies--) this.#world.send(this.socket, ack)
  }

  #send<Value extends object>(schema: Schema<Value>, value: Value, copies = 1): number {
    const sequence = this.#sequence
    this.#sequence = (sequence + 1) & 0xffff
    const datagram = clientFraming.seal(schema, value, sequence, this.uin)
    for (; copies > 0; copies--) this.#world.send(this.socket, datagram)
    return sequence
  }
}
