import { type PacketOf, packet } from '../kit/index.ts'
import { messageKind } from '../v2/fields.ts'
import { channel, command } from './layouts.ts'

/** Command 07EE with any kind but a chat or a file. Answered by `channelAck`. */
export const channelMessage = packet(
  'channelMessage',
  0x07ee,
  'Sends a message directly.',
  channel(command.message, messageKind, {}),
  { from: 'peer', confidence: 'certain', evidence: 'captures and three programs' },
)
export type ChannelMessage = PacketOf<typeof channelMessage>
