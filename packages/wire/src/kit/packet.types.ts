// Checked by the compiler: a packet's type follows from its declaration.
import {
  type ClientPacket,
  clientPackets,
  isFault,
  openPeer,
  type PacketOf,
  type PeerPacket,
  type Schema,
  serverPackets,
  type Text,
} from '../index.ts'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
type Expect<T extends true> = T

export type Cases = [
  Expect<
    Equal<
      PacketOf<typeof clientPackets.sendMessage>,
      { readonly to: number; readonly kind: number; readonly text: Text; readonly trailing?: Uint8Array }
    >
  >,
  Expect<Equal<PacketOf<typeof clientPackets.sendMessage>, ClientPacket.SendMessage>>,
  Expect<Equal<PeerPacket.ChatRequest['kind'], 2>>,
  Expect<Equal<PacketOf<typeof clientPackets.keepAlive>, { readonly trailing?: Uint8Array }>>,
  Expect<Equal<PacketOf<typeof clientPackets.contactList>['uins'], readonly number[]>>,
  Expect<Equal<PacketOf<typeof clientPackets.newUserInfo>['auth'], number | undefined>>,
  Expect<Equal<PacketOf<typeof clientPackets.login>['status'], number>>,
  Expect<Equal<PacketOf<typeof serverPackets.userOnline>['realIp'], number>>,
]

export function decodingGivesAValueOrAFault(bytes: Uint8Array): number {
  const message = clientPackets.sendMessage.decode(bytes)
  // @ts-expect-error: it may be a fault
  message.to
  return isFault(message) ? message.offset : message.to + message.text.length
}

export function optionalFieldsMayBeMissingAndOthersNot(): void {
  const profile = { subSeq: 1, nick: empty, first: empty, last: empty, email: empty }
  clientPackets.newUserInfo.encode(writer, profile)
  clientPackets.newUserInfo.encode(writer, { ...profile, auth: 1 })
  // @ts-expect-error: without `text`
  clientPackets.sendMessage.encode(writer, { to: 1, kind: 1 })
  // @ts-expect-error: an optional field is absent, not undefined
  clientPackets.newUserInfo.encode(writer, { ...profile, auth: undefined })
}

export function theNameOfAPeersFrameTellsItsType(bytes: Uint8Array): string {
  const frame = openPeer('message', bytes)
  if (isFault(frame)) return frame.field
  if (frame.name === 'chatRequest') {
    const kind: 2 = frame.value.kind
    return `${kind} ${frame.value.chatStr.length}`
  }
  return frame.name
}

export const everySchemaIsASchema: readonly Schema[] = [clientPackets.login, serverPackets.loginReply]

declare const writer: import('../index.ts').Writer
declare const empty: Text
