import { type PacketOf, packet } from '../../kit/index.ts'

/** `05D2`, not version 2. */
export const fragment = packet(
  'fragment',
  0x05d2,
  'Carries a part of a longer packet.',
  {},
  { from: 'client', confidence: 'guess', evidence: 'version 3 groupware only: everything trails' },
)
export type Fragment = PacketOf<typeof fragment>
