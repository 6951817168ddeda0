import { type PacketOf, packet } from '../../kit/index.ts'

/** `024E`, answers `searchRandom`; not version 2. */
export const randomUser = packet(
  'randomUser',
  0x024e,
  'Names someone to chat with.',
  {},
  { from: 'server', confidence: 'guess', evidence: 'version 4 and later only: everything trails' },
)
export type RandomUser = PacketOf<typeof randomUser>
