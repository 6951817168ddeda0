import { type PacketOf, packet } from '../../kit/index.ts'

/** `0082`, answers `queryServers` or `queryAddons`. */
export const queryReply = packet(
  'queryReply',
  0x0082,
  'Answers a query for servers or add-on programs.',
  {},
  {
    from: 'server',
    confidence: 'guess',
    evidence: 'the command exists in version 2, its layout is unknown: everything trails',
  },
)
export type QueryReply = PacketOf<typeof queryReply>
