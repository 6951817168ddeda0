import { type PacketOf, packet } from '../../kit/index.ts'

/** `0258`, answers `searchRandom`; not version 2. */
export const noRandomUser = packet(
  'noRandomUser',
  0x0258,
  'Says that there is nobody to chat with.',
  {},
  {
    from: 'server',
    confidence: 'guess',
    evidence: 'version 4 and later only; another meaning in version 3: everything trails',
  },
)
export type NoRandomUser = PacketOf<typeof noRandomUser>
