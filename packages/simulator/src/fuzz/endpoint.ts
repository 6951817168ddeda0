// What a node owes for any datagram at all (promises: "one ACK for everything"): with a link exactly one ACK for what can be
// opened, and nothing besides for what cannot be understood; without a link nothing for what cannot be understood, and never
// more bytes than came.
import { v2Server } from '@seekyou/dialect'
import { type Address, packAddress } from '@seekyou/language'
import { type Limits, limitsOff, limitsOn, Node } from '@seekyou/server'
import { clientByCode, clientFraming, clientPackets, type Fault, type Frame, isFault } from '@seekyou/wire'
import type { Dice } from '../dice.ts'
import type { MakeNode } from '../virtual-server.ts'
import { demand } from './broken.ts'
import { absentees, players } from './cast.ts'
import { Debt } from './debt.ts'
import { Heard, nothing } from './heard.ts'
import { Office } from './office.ts'
import { Player } from './player.ts'

/** `off`: every datagram must be answered as promised. `on`: some are dropped or have to wait, so that ACKs are not counted. */
export type LimitsMode = 'off' | 'on'

/** Tries datagrams on one node, one after another. */
export class Endpoint {
  readonly #dice: Dice
  readonly #isExact: boolean
  readonly #office: Office
  readonly #players: readonly Player[]
  readonly #heard = new Heard()
  readonly #balances = new Map<Address, Balance>()
  /** A datagram that others overtake on the road. */
  #late: { readonly player: Player; readonly bytes: Uint8Array } | undefined

  constructor(dice: Dice, limits: LimitsMode, makeNode: MakeNode = (options) => new Node(options)) {
    this.#dice = dice
    this.#isExact = limits === 'off'
    this.#players = players.map((uin, index) => new Player(uin, packAddress(playersIp, 4_000 + index), dice))
    const byAddress = new Map(this.#players.map((player) => [player.address, player]))
    this.#office = new Office(makeNode, limits === 'off' ? roomy : limitsOn, dice.split('node'), (to, datagram) => {
      this.#heard.add(to, datagram)
      const balance = this.#balances.get(to)
      if (balance) balance.went += datagram.length
      return byAddress.get(to)?.hear(datagram) ?? []
    })
  }

  /** Sends the bytes, as a rule from somebody who is signed on. Returns what they were answered, in words; throws Broken. */
  try(bytes: Uint8Array): string {
    const dice = this.#dice
    this.#office.pass(dice.chance(0.0005) ? dice.below(500_000) : dice.below(20))
    const said = dice.chance(0.8) ? this.#fromPlayer(dice.pick(this.#players), bytes) : this.#fromStranger(bytes)
    demand(this.#office.size <= peopleMax, () => `${this.#office.size} people are signed on`)
    return said
  }

  #fromPlayer(player: Player, bytes: Uint8Array): string {
    const office = this.#office
    if (!this.#isHere(player) && !this.#signOn(player)) return 'cannot sign on'
    const datagrams = this.#onTheRoad(player, player.disguise(bytes))
    player.beginCount()
    this.#heard.clear()
    const visit = office.visitAt(player.address)
    const debt = new Debt()
    const wishes = new Set<string | undefined>()
    for (const datagram of datagrams) {
      const frame = this.#onLink(player, datagram)
      if (frame) debt.addCertain(frame.sequence, frame.code)
      else debt.addPossible(sequenceOf(datagram))
      wishes.add(frame && wishOf(frame))
      this.#handOver(player, datagram, frame)
    }
    this.#settle()
    if (this.#isExact) {
      // A message that the store has no room for may still be on its way: its ACK is not due before that is decided.
      const isMessage = wishes.has('sendMessage') || wishes.has('addContact')
      if (isMessage && debt.isOpen(player.acks)) office.pass(undecidedMs)
      const isLeaving = wishes.has('signOff') && datagrams.length === 1
      debt.compare(player.acks, isLeaving || office.visitAt(player.address) === visit)
      if (this.#dice.chance(0.05)) for (const datagram of datagrams) this.#repeat(player, datagram)
    }
    return `${nameOf(bytes)} →${this.#heard.at(player.address)}`
  }

  /** A repetition of what has been acknowledged is acknowledged once more. */
  #repeat(player: Player, datagram: Uint8Array): void {
    const frame = this.#onLink(player, datagram)
    if (!frame || wishOf(frame) === 'signOff') return
    const debt = new Debt()
    debt.addCertain(frame.sequence, frame.code)
    player.beginCount()
    const visit = this.#office.visitAt(player.address)
    this.#office.receive(player.address, datagram)
    this.#settle()
    debt.compare(player.acks, this.#office.visitAt(player.address) === visit)
  }

  /** Hands a player's datagram over. What cannot be understood is answered by an ACK alone, or by nothing when it has no link. */
  #handOver(player: Player, datagram: Uint8Array, onLink: Frame | undefined): void {
    const outcomes = this.#office.receive(player.address, datagram)
    const frame = onLink ?? open(datagram)
    if (!this.#isExact || (!isFault(frame) && (frame.code === ackCode || wishOf(frame) !== undefined))) return
    const answers = outcomes.filter(({ kind }) => kind === 'transmit').length
    const most = onLink ? 1 : 0
    demand(answers <= most, () => `${answers} datagrams answer what cannot be understood`)
  }

  /** Repeats a datagram now and then, and lets one overtake another. */
  #onTheRoad(player: Player, bytes: Uint8Array): Uint8Array[] {
    const dice = this.#dice
    const late = this.#late
    if (!late && dice.chance(0.03)) {
      this.#late = { player, bytes }
      return []
    }
    const copies = dice.chance(0.06) ? 1 + dice.below(6) : 1
    const datagrams = new Array<Uint8Array>(copies).fill(bytes)
    if (late?.player === player) {
      this.#late = undefined
      datagrams.splice(dice.below(copies + 1), 0, late.bytes)
    }
    return datagrams
  }

  #fromStranger(bytes: Uint8Array): string {
    const dice = this.#dice
    const isRegular = dice.chance(0.7)
    const ip = strangersIp + dice.below(isRegular ? regulars : 0x1000_0000)
    const address = packAddress(ip, 1_024 + dice.below(4))
    const visit = this.#office.visitAt(address)
    const balance = this.#balances.get(address) ?? { came: 0, went: 0, times: 1 }
    this.#balances.set(address, balance)
    balance.came += bytes.length
    this.#heard.clear()
    this.#office.receive(address, bytes)
    this.#settle()
    const names = this.#heard.at(address)
    if (visit ?? this.#office.visitAt(address)) balance.times = Number.POSITIVE_INFINITY
    else if (/ (preAuth|login)Reply/.test(names)) balance.times = provenTimes
    this.#expectModesty(bytes, names, balance)
    if (!isRegular) this.#balances.delete(address)
    return `without a link ${nameOf(bytes)} →${names}`
  }

  #expectModesty(bytes: Uint8Array, names: string, { came, went, times }: Balance): void {
    if (times === Number.POSITIVE_INFINITY) return
    const frame = open(bytes)
    const isUnderstood = !isFault(frame) && frame.code !== ackCode && wishOf(frame) !== undefined
    demand(isUnderstood || names === nothing, () => `a stranger who was not understood hears${names}`)
    demand(went <= came * times, () => `${went} bytes for a stranger's ${came}; the last ones are${names}`)
  }

  /** The frame of a datagram that belongs to the player's link. */
  #onLink(player: Player, datagram: Uint8Array): Frame | undefined {
    const frame = open(datagram)
    if (isFault(frame) || frame.code === ackCode || !this.#isHere(player)) return undefined
    return frame.uin === player.uin && !dialect.opens(frame.code) ? frame : undefined
  }

  #isHere({ address, uin }: Player): boolean {
    return this.#office.visitAt(address)?.uin === uin
  }

  /** Signs on; who is held back by a limit tries again a minute later. False: not in this step. */
  #signOn(player: Player): boolean {
    for (let turn = 0; turn < signOnsMax; turn++) {
      this.#office.receive(player.address, player.login())
      this.#settle()
      if (this.#isHere(player)) {
        this.#office.receive(player.address, player.contactList())
        this.#settle()
        return this.#isHere(player)
      }
      this.#office.pass(61_000)
    }
    demand(!this.#isExact, () => `${player.uin} cannot sign on`)
    return false
  }

  #settle(): void {
    const isSafe = this.#office.settle()
    demand(isSafe || !this.#isExact, () => 'messages are not safe after a second')
  }
}

/** What came from a stranger and what went back, in bytes. */
interface Balance {
  came: number
  went: number
  /** How many times as much may go back as came: more from where somebody knew a password, anything where somebody was a guest. */
  times: number
}

const dialect = v2Server()
const ackCode = clientPackets.ack.code
const playersIp = 0x0a00_0001
const strangersIp = 0x2000_0000
/** Those who come again and again; others come once. */
const regulars = 32
/** How many times as many bytes as came may go to somebody whose password was right. */
const provenTimes = 3
/** A node drops what is longer unread. */
const datagramMax = 2_048
const signOnsMax = 20
/** How long a message may be on its way to a recipient whose store is full, in milliseconds. */
const undecidedMs = 75_000
const peopleMax = players.length + absentees.length + 40

/** No limit of pace; what is kept for ever has one all the same. */
const roomy: Limits = {
  ...limitsOff,
  storedMax: limitsOn.storedMax,
  storedFromOneMax: limitsOn.storedFromOneMax,
  contactsMax: limitsOn.contactsMax,
  registrationsPerAddress: 1_000,
  registrationsInAll: 10_000,
}

/** The frame of a datagram, if a node looks at it at all. */
function open(datagram: Uint8Array): Frame | Fault {
  if (datagram.length <= datagramMax) return clientFraming.open(datagram)
  return { fault: 'unexpected', field: 'length', offset: datagramMax, wanted: 0 }
}

/** What a frame means, or undefined when nobody can tell. */
function wishOf(frame: Frame): string | undefined {
  const heard = dialect.hear(frame)
  return typeof heard === 'object' && 'intent' in heard ? heard.intent.name : undefined
}

const sequenceOf = (datagram: Uint8Array): number => (datagram[4] ?? 0) | ((datagram[5] ?? 0) << 8)

function nameOf(bytes: Uint8Array): string {
  const frame = open(bytes)
  if (isFault(frame)) return frame.field
  return clientByCode(frame.code)?.name ?? 'unknown'
}
