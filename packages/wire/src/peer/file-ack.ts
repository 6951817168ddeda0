import { type PacketOf, packet } from '../kit/index.ts'
import { channel, command, fileKind, filePart } from './layouts.ts'

/** Command 07DA, kind 3. */
export const fileAck = packet(
  'fileAck',
  0x07da,
  'Accepts files and names the port where they are awaited, or refuses with a reason.',
  channel(command.ack, fileKind, filePart),
  { from: 'peer', confidence: 'certain', evidence: 'two captures and three programs' },
)
export type FileAck = PacketOf<typeof fileAck>
