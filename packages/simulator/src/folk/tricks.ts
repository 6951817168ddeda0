import { type Address, packAddress } from '@seekyou/language'
import { clientFraming, clientPackets, type Schema } from '@seekyou/wire'
import type { Attacker, Victim } from './attacker.ts'

/** One way to do harm, done once. The victim is somebody honest; most tricks need none. */
export type Trick = (attacker: Attacker, victim: Victim) => void

const schemas: readonly Schema[] = Object.values(clientPackets) as unknown as Schema[]
/** Commands that sign on, or end what is there: what they do is for other tricks. */
const opening = new Set<number>([clientPackets.login.code, clientPackets.newUserReg.code, clientPackets.preAuth.code])
const fromNowhere = 0x0b00_0000

/** Another address each time: nothing that is counted by address adds up. */
const anywhere = ({ dice }: Attacker): Address =>
  packAddress(fromNowhere + dice.below(0x100_0000), 1_024 + dice.below(60_000))

const text = (string: string): Uint8Array => Uint8Array.from(string, (char) => char.charCodeAt(0))

/** Every trick by its name. */
export const tricks = {
  /** Bytes that mean nothing. */
  noise: (me) => me.send(me.dice.bytes(me.dice.below(600))),

  /** Any command with anybody's number, from home. */
  borrowNumber: (me) => me.send(me.packet(me.dice.pick(schemas), me.anyUin())),

  /** The same, broken on the way. */
  borrowNumberBadly: (me) => me.send(me.damaged(me.packet(me.dice.pick(schemas), me.anyUin()))),

  /** Any command, signed on. */
  misbehave: (me) => me.send(me.packet(me.dice.pick(schemas), me.uin)),
  misbehaveBadly: (me) => me.send(me.damaged(me.packet(me.dice.pick(schemas), me.uin))),

  /** Sends any command from the victim's address, with a number that is not the victim's: the answers go there. */
  reflect: (me, victim) => {
    const uin = me.anyUin()
    if (uin !== victim.uin) me.send(me.packet(me.dice.pick(schemas), uin), victim.socket.address)
  },

  /** The same with the shortest bodies that can be understood, or cannot quite. */
  reflectShort: (me, victim) => {
    const uin = me.anyUin()
    if (uin === victim.uin) return
    const packet = me.packet(me.dice.pick(schemas), uin)
    me.send(packet.subarray(0, packet.length - me.dice.below(Math.min(packet.length - 9, 8))), victim.socket.address)
  },

  /** Guesses the victim's password, from somewhere else each time. */
  guess: (me, victim) => me.signOnAs(victim.uin, me.dice.bytes(5), anywhere(me)),
  /** Guesses it from the victim's own address. */
  guessAtHome: (me, victim) => me.signOnAs(victim.uin, me.dice.bytes(4), victim.socket.address),
  /** Guesses it with the command that only asks. */
  guessQuietly: (me, victim) => {
    const value = { connId: me.dice.below(0x1_0000), uin: victim.uin, password: me.dice.bytes(4) }
    me.send(clientFraming.seal(clientPackets.preAuth, value, me.unlikely(), 0), anywhere(me))
  },

  /** Signs on at home, and again and again. */
  signOn: (me) => me.signOnAs(me.uin, me.password),

  /** Signs on in the name of the victim's address, and lies about having heard the answer. */
  forgeAck: (me, victim) => {
    const { address } = victim.socket
    me.signOnAs(me.uin, me.password, address)
    for (let sequence = 0; sequence < 3; sequence++) me.acknowledge(sequence, address)
  },

  /** Signs on from everywhere, and never goes on. */
  halfOpen: (me) => me.signOnAs(me.uin, me.password, anywhere(me)),

  /** Takes as many numbers as there are. */
  register: (me) => {
    const value = { ...clientPackets.newUserReg.sample(me.dice.next), password: me.dice.bytes(6) }
    me.send(clientFraming.seal(clientPackets.newUserReg, value, me.unlikely(), 0), anywhere(me))
  },

  /** Reads everybody's profile. */
  scrape: (me) => {
    const subSeq = me.dice.below(0x1_0000)
    const short = {
      subSeq,
      nick: text(me.dice.pick(['a', 'b', 'c'])),
      first: text(''),
      last: text(''),
      email: text(''),
    }
    me.sendOwn(clientPackets.searchUser, short)
    me.sendOwn(clientPackets.infoRequest, { subSeq, target: me.anyUin() })
    me.sendOwn(clientPackets.extInfoRequest, { subSeq, target: me.anyUin() })
  },

  /** Writes to the victim, as fast as the line goes. */
  flood: (me, victim) => me.sendOwn(clientPackets.sendMessage, { to: victim.uin, kind: 1, text: me.dice.bytes(20) }),

  /**
   * Says something in the victim's name from the victim's address, under a number that is far from the right one, as three
   * guesses out of four are. Version 2 has nothing that could tell such a packet from a true one: only what would be for good
   * is refused (docs/threat-model.md).
   */
  inject: (me, victim) => {
    const schema = me.dice.pick(schemas)
    if (opening.has(schema.code)) return
    const number = 0x4000 + me.dice.below(0x8000)
    me.send(clientFraming.seal(schema, schema.sample(me.dice.next), number, victim.uin), victim.socket.address)
  },
} as const satisfies Record<string, Trick>

/** What a town's attackers do: everything that leaves the witnesses able to tell who said what. */
export const townTricks: readonly Trick[] = [
  tricks.noise,
  tricks.borrowNumber,
  tricks.borrowNumberBadly,
  tricks.misbehave,
  tricks.misbehaveBadly,
  tricks.reflect,
  tricks.reflectShort,
  tricks.guess,
  tricks.guessAtHome,
  tricks.guessQuietly,
  tricks.signOn,
  tricks.forgeAck,
  tricks.halfOpen,
  tricks.register,
  tricks.scrape,
  tricks.flood,
]
