import { type PacketOf, packet } from '../../kit/index.ts'

/** `0532`, answered by `ack`. */
export const usageStatistics = packet(
  'usageStatistics',
  0x0532,
  'Reports how the client is used.',
  {},
  { from: 'client', confidence: 'guess', evidence: 'seen in version 3 and later only: everything trails' },
)
export type UsageStatistics = PacketOf<typeof usageStatistics>
