import {
  type Availability,
  availabilityOf,
  type Ip4,
  isInvisible,
  type Status,
  type Text,
  type Uin,
} from '@seekyou/language'
import { type PeerFrame, peerPackets, type Schema, sealPeer } from '@seekyou/wire'
import type { Urgency } from './news.ts'

/** Who this client is, as it introduces itself to peers. */
export interface Me {
  readonly uin: Uin
  /** The address that the server sees; 0 when not known. */
  readonly outer: Ip4
  /** The address in the own network; 0 when not known. */
  readonly inner: Ip4
  /** Where it awaits peers; 0: nowhere. */
  readonly port: number
}

/** A request, an answer or a cancellation, as far as it differs from one to the next. */
export interface Words {
  readonly command: 'message' | 'ack' | 'cancel'
  readonly kind: number
  readonly text: Text
  readonly sequence: number
  readonly ackStatus?: number
  readonly flags?: number
  /** Where a chat or files are awaited. */
  readonly port?: number
  /** About files: the name of the first one, and the bytes of all. */
  readonly filename?: Text
  readonly size?: number
}

/** A frame of the message channel by what it is for. */
export type Asked = Extract<PeerFrame, { name: 'channelMessage' | 'chatRequest' | 'fileRequest' }>
export type Answered = Extract<PeerFrame, { name: 'channelAck' | 'chatAck' | 'fileAck' }>
export type Cancelled = Extract<PeerFrame, { name: 'channelCancel' | 'chatCancel' | 'fileCancel' }>

export const isAnswer = (frame: PeerFrame): frame is Answered =>
  frame.name === 'channelAck' || frame.name === 'chatAck' || frame.name === 'fileAck'

/** The version to speak with a peer who speaks `theirs`: the lower one. Only the number differs between 2 and 3. */
export const spokenVersion = (theirs = ourVersion): number => Math.max(2, Math.min(ourVersion, theirs))
const ourVersion = 3

/** Kinds that only peers exchange (docs/protocol/commands.md). */
export const chatKind = 2
export const fileKind = 3

/** The kind that asks for an away text, by who is asked. Somebody who is simply online has none. */
export const awayKinds: Readonly<Partial<Record<Availability, number>>> = {
  away: 0x03e8,
  occupied: 0x03e9,
  notAvailable: 0x03ea,
  doNotDisturb: 0x03eb,
  freeForChat: 0x03ec,
}
/** Whether a person has to decide about a request, so that the answer takes as long as it takes. */
export const asksForPerson = (kind: number): boolean => kind === chatKind || kind === fileKind
export const asksForAwayText = (kind: number): boolean => kind >= 0x03e8 && kind <= 0x03ec

/** What an answer says about a message (docs/protocol/peer.md). */
export const ackStatus = {
  accepted: 0,
  refused: 1,
  returned: 2,
  away: 4,
  occupied: 9,
  doNotDisturb: 10,
  notAvailable: 14,
}

/** The introduction that opens a connection, ready to be written. */
export function sealInit(me: Me, version = ourVersion): Uint8Array {
  return sealPeer(peerPackets.channelInit, {
    init: 0xff,
    tcpVersion: version,
    port1: version >= 3 ? me.port : 0,
    uin: me.uin,
    ip: me.outer,
    realIp: me.inner,
    tcpFlag: 4,
    port2: me.port,
  })
}

/** A frame of the message channel, ready to be written. */
export function sealWords(me: Me, version: number, words: Words): Uint8Array {
  const { port = 0 } = words
  // What a schema does not name is not written.
  const value = {
    uin: me.uin,
    version,
    command: codes[words.command],
    zero: 0,
    uin2: me.uin,
    kind: words.kind,
    text: words.text,
    ipA: me.outer,
    ipB: me.inner,
    port: me.port,
    tcpFlag: 4,
    ackStatus: words.ackStatus ?? 0,
    flags: words.flags ?? 0,
    chatStr: nothing,
    portBe: port,
    gap: 0,
    filename: words.filename ?? nothing,
    size: words.size ?? 0,
    portLe: port,
    sequence: words.sequence,
  }
  const ofKind = words.kind === chatKind ? chatSchemas : words.kind === fileKind ? fileSchemas : otherSchemas
  return sealPeer(ofKind[words.command] as Schema, value)
}

/** The flags of a request: how urgent it is, and how available its sender is. */
export function flagsOf(urgency: Urgency, status: Status): number {
  const { [availabilityOf(status)]: busy = 0 } = busyFlags
  return urgencyFlags[urgency] | busy | (isInvisible(status) ? 0x80 : 0)
}

export const urgencyOf = (flags: number): Urgency => (flags & 0x40 ? 'urgent' : flags & 0x20 ? 'toList' : 'normal')

/** Where a chat or files are awaited. COMPAT Licq 0.70: of the two fields some clients set the first one only. */
export const portIn = (value: { readonly portLe: number; readonly portBe: number }): number =>
  value.portLe & 0xffff || value.portBe

const nothing = new Uint8Array(0)
const codes = { message: 0x07ee, ack: 0x07da, cancel: 0x07d0 } as const
const urgencyFlags: Readonly<Record<Urgency, number>> = { normal: 0x10, toList: 0x20, urgent: 0x40 }
const busyFlags: Readonly<Partial<Record<Availability, number>>> = {
  away: 0x0100,
  occupied: 0x0200,
  notAvailable: 0x0800,
  doNotDisturb: 0x1000,
}

const { channelMessage, channelAck, channelCancel, chatRequest, chatAck, chatCancel } = peerPackets
const { fileRequest, fileAck, fileCancel } = peerPackets
const otherSchemas = { message: channelMessage, ack: channelAck, cancel: channelCancel }
const chatSchemas = { message: chatRequest, ack: chatAck, cancel: chatCancel }
const fileSchemas = { message: fileRequest, ack: fileAck, cancel: fileCancel }
