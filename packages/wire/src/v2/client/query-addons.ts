import { type PacketOf, packet } from '../../kit/index.ts'

/** `04C4`, answered by `ack`. */
export const queryAddons = packet(
  'queryAddons',
  0x04c4,
  'Asks for the list of add-on programs.',
  {},
  {
    from: 'client',
    confidence: 'guess',
    evidence: 'the command exists in version 2, its layout is unknown: everything trails',
  },
)
export type QueryAddons = PacketOf<typeof queryAddons>
