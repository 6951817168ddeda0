import { type PacketOf, packet } from '../../kit/index.ts'

/** `05C8`, not version 2. */
export const groupwareSearch = packet(
  'groupwareSearch',
  0x05c8,
  'Searches a groupware server.',
  {},
  { from: 'client', confidence: 'guess', evidence: 'version 3 groupware only: everything trails' },
)
export type GroupwareSearch = PacketOf<typeof groupwareSearch>
