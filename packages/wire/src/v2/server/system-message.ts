import { type PacketOf, packet } from '../../kit/index.ts'

/** `01C2`; clients acknowledge and ignore it. */
export const systemMessage = packet(
  'systemMessage',
  0x01c2,
  "Shows an announcement by the server's operator.",
  {},
  {
    from: 'server',
    confidence: 'guess',
    evidence: 'the command exists in version 2, its layout is unknown: everything trails',
  },
)
export type SystemMessage = PacketOf<typeof systemMessage>
