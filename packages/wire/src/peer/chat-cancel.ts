import { type PacketOf, packet } from '../kit/index.ts'
import { channel, chatKind, chatPart, command } from './layouts.ts'

/** Command 07D0, kind 2. */
export const chatCancel = packet(
  'chatCancel',
  0x07d0,
  'Takes the request for a chat back.',
  channel(command.cancel, chatKind, chatPart),
  { from: 'peer', confidence: 'certain', evidence: 'a capture' },
)
export type ChatCancel = PacketOf<typeof chatCancel>
