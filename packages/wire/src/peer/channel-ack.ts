import { type PacketOf, packet } from '../kit/index.ts'
import { messageKind } from '../v2/fields.ts'
import { channel, command } from './layouts.ts'

/** Command 07DA with any kind but a chat or a file. */
export const channelAck = packet(
  'channelAck',
  0x07da,
  'Acknowledges a message; the text is the away message, if there is one.',
  channel(command.ack, messageKind, {}),
  { from: 'peer', confidence: 'certain', evidence: 'captures and three programs' },
)
export type ChannelAck = PacketOf<typeof channelAck>
