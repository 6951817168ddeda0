// Bytes ⇄ packets: the schema kit, version 2's framing and catalogue, peer frames, code pages and the inspector's dissection.
// Pure: no clock, no chance, no sockets; nothing here throws on bytes from a network.
export { type CodePage, type CodePageName, codePage, codePageNames } from './code-pages/code-page.ts'
export { guessCodePage } from './code-pages/guess-code-page.ts'
export { type DescribedField, type Description, describe } from './describe.ts'
export { type DissectedRow, type Dissection, type DissectOptions, dissect } from './dissect.ts'
export type { Dice, Fault, Json, PacketOf, PacketValue, Schema, Text } from './kit/index.ts'
export { isFault, Writer } from './kit/index.ts'
export { peerPackets } from './peer/catalogue.ts'
/** The types of the packets of peers, clients and servers: `PeerPacket.ChannelInit`, `ClientPacket.SendMessage` … */
export type * as PeerPacket from './peer/index.ts'
export { openPeer, type PeerChannel, type PeerFrame } from './peer/open-peer.ts'
export { PeerStream, sealPeer } from './peer/peer-stream.ts'
export { type Stroke, StrokeReader, sealStroke, strokes } from './peer/strokes.ts'
export { clientByCode, clientPackets, serverByCode, serverPackets, unknownPacket } from './v2/catalogue.ts'
export type * as ClientPacket from './v2/client/index.ts'
export { clientFraming, type Frame, renumber, serverFraming, versionOf } from './v2/framing.ts'
export type * as ServerPacket from './v2/server/index.ts'
