import { type PacketOf, packet } from '../../kit/index.ts'

/** `01FE`, answers `authUpdate`. */
export const authUpdateFail = packet(
  'authUpdateFail',
  0x01fe,
  'Refuses authUpdate.',
  {},
  {
    from: 'server',
    confidence: 'guess',
    evidence: 'seen in version 3 and later only; one source exchanges it with its pair: everything trails',
  },
)
export type AuthUpdateFail = PacketOf<typeof authUpdateFail>
