import { type PacketOf, packet } from '../kit/index.ts'
import { channel, command, fileKind, filePart } from './layouts.ts'

/** Command 07D0, kind 3. */
export const fileCancel = packet(
  'fileCancel',
  0x07d0,
  'Takes the offer of files back.',
  channel(command.cancel, fileKind, filePart),
  { from: 'peer', confidence: 'likely', evidence: 'by the pattern of the chat' },
)
export type FileCancel = PacketOf<typeof fileCancel>
