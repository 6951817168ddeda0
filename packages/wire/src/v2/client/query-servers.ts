import { type PacketOf, packet } from '../../kit/index.ts'

/** `04BA`, answered by `ack`. */
export const queryServers = packet(
  'queryServers',
  0x04ba,
  'Asks for the list of servers.',
  {},
  {
    from: 'client',
    confidence: 'guess',
    evidence: 'the command exists in version 2, its layout is unknown: everything trails',
  },
)
export type QueryServers = PacketOf<typeof queryServers>
