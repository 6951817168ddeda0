import { type PacketOf, packet } from '../kit/index.ts'
import { channel, command, fileKind, filePart } from './layouts.ts'

/** Command 07EE, kind 3. Answered by `fileAck` when the user has decided. */
export const fileRequest = packet(
  'fileRequest',
  0x07ee,
  'Offers files.',
  channel(command.message, fileKind, filePart),
  { from: 'peer', confidence: 'certain', evidence: 'a capture and three programs' },
)
export type FileRequest = PacketOf<typeof fileRequest>
