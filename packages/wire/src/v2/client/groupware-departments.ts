import { type PacketOf, packet } from '../../kit/index.ts'

/** `05F0`, not version 2. */
export const groupwareDepartments = packet(
  'groupwareDepartments',
  0x05f0,
  'Asks for the departments of a groupware server.',
  {},
  { from: 'client', confidence: 'guess', evidence: 'version 3 groupware only: everything trails' },
)
export type GroupwareDepartments = PacketOf<typeof groupwareDepartments>
