import { type PacketOf, packet } from '../../kit/index.ts'

/** `014A`, answers `changePassword`. */
export const changePasswordFail = packet(
  'changePasswordFail',
  0x014a,
  'Refuses changePassword.',
  {},
  { from: 'server', confidence: 'guess', evidence: 'by the pattern of the other pairs, never seen: everything trails' },
)
export type ChangePasswordFail = PacketOf<typeof changePasswordFail>
