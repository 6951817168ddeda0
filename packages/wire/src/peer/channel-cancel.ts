import { type PacketOf, packet } from '../kit/index.ts'
import { messageKind } from '../v2/fields.ts'
import { channel, command } from './layouts.ts'

/** Command 07D0 with any kind but a chat or a file. */
export const channelCancel = packet(
  'channelCancel',
  0x07d0,
  'Cancels a request.',
  channel(command.cancel, messageKind, {}),
  { from: 'peer', confidence: 'certain', evidence: 'captures and three programs' },
)
export type ChannelCancel = PacketOf<typeof channelCancel>
