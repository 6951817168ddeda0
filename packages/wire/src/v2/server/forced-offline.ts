import { type PacketOf, packet } from '../../kit/index.ts'

/** `0028`; clients do not reliably acknowledge it. */
export const forcedOffline = packet(
  'forcedOffline',
  0x0028,
  'Ends the link: the client has to sign on again.',
  {},
  { from: 'server', confidence: 'likely', evidence: 'three later sources; no parameters are known' },
)
export type ForcedOffline = PacketOf<typeof forcedOffline>
