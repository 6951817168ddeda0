import { type Fault, isFault, type PacketOf, type Schema } from '../kit/index.ts'
import { peerPackets } from './catalogue.ts'

/** What a TCP connection between peers is for. The first frame is `channelInit` on all of them. */
export type PeerChannel = 'message' | 'chat' | 'file'

/** A frame from a peer, with what it says; `name` tells which packet `value` is. */
export type PeerFrame = { readonly [Name in keyof Packets]: Opened<Name> }[keyof Packets]

/**
 * Reads one frame, given without its two length bytes. A fault when it is cut short (`truncated`) or when no packet of that
 * channel begins like this (`unexpected`).
 */
export function openPeer(channel: PeerChannel, bytes: Uint8Array): PeerFrame | Fault {
  const schema = pickPeer(channel, bytes)
  if (isFault(schema)) return schema
  const value = schema.decode(bytes)
  return isFault(value) ? value : ({ name: schema.name, schema, value } as PeerFrame)
}

/** The schema of a frame, judged by its first bytes. */
export function pickPeer(channel: PeerChannel, bytes: Uint8Array): Schema | Fault {
  return pick[channel](bytes)
}

type Packets = typeof peerPackets

interface Opened<Name extends keyof Packets> {
  readonly name: Name
  readonly schema: Packets[Name]
  readonly value: PacketOf<Packets[Name]>
}

const pick: Readonly<Record<PeerChannel, (bytes: Uint8Array) => Schema | Fault>> = {
  message(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    // The command first: a sender whose UIN begins with FF must not look like a channelInit.
    const command = bytes.length >= 8 ? byCommand[view.getUint16(6, true)] : undefined
    if (command === undefined) return isInit(bytes) ? peerPackets.channelInit : strange(bytes, 'command', 6, 2)
    if (bytes.length < 16) return truncated('kind', 14, 2)
    return command[view.getUint16(14, true)] ?? command.other
  },
  chat(bytes) {
    if (isInit(bytes)) return peerPackets.channelInit
    if (bytes.length < 8) return truncated('code', 0, 8)
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    const first = view.getUint32(0, true)
    if (first < lowestChatCode || first >= 0x1_0000) return peerPackets.chatFont
    return view.getUint32(4, true) > 0xffff_ff00 ? peerPackets.chatHello : peerPackets.chatWelcome
  },
  file(bytes) {
    if (isInit(bytes)) return peerPackets.channelInit
    return operations[bytes[0] ?? -1] ?? strange(bytes, 'op', 0, 1)
  },
}

const { channelMessage, chatRequest, fileRequest, channelAck, chatAck, fileAck } = peerPackets
const { channelCancel, chatCancel, fileCancel } = peerPackets

const byCommand: Readonly<Record<number, { readonly [kind: number]: Schema; readonly other: Schema }>> = {
  2030: { 2: chatRequest, 3: fileRequest, other: channelMessage },
  2010: { 2: chatAck, 3: fileAck, other: channelAck },
  2000: { 2: chatCancel, 3: fileCancel, other: channelCancel },
}

const { fileStart, fileReady, fileNext, fileResume, fileStop, fileSpeed, fileData } = peerPackets
const operations: readonly Schema[] = [fileStart, fileReady, fileNext, fileResume, fileStop, fileSpeed, fileData]

/** Chat versions are below, the codes 0x64 and 0x65 of the first two frames above. A version of 0x00070004 exists too. */
const lowestChatCode = 0x40

const isInit = (bytes: Uint8Array): boolean => bytes[0] === 0xff

function strange(bytes: Uint8Array, field: string, offset: number, size: number): Fault {
  if (bytes.length < offset + size) return truncated(field, offset, size)
  return { fault: 'unexpected', field, offset, wanted: 0 }
}

const truncated = (field: string, offset: number, wanted: number): Fault => ({
  fault: 'truncated',
  field,
  offset,
  wanted,
})
