import { defaulted, note, type PacketOf, packet, u16, uin } from '../../kit/index.ts'

/** `0064`, answers `login` and `preAuth`; clients do not reliably acknowledge it. */
export const badPassword = packet(
  'badPassword',
  0x0064,
  'Refuses the login: number or password is wrong.',
  {
    // COMPAT open-oscar-server: no parameters
    loginSeq: defaulted(note(u16, 'from the login, or connId from preAuth'), 0),
    uin: defaulted(uin, 0),
  },
  { from: 'server', confidence: 'certain', evidence: 'a capture' },
)
export type BadPassword = PacketOf<typeof badPassword>
