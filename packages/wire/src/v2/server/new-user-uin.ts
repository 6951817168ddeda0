import { note, type PacketOf, packet, u16, uin } from '../../kit/index.ts'

/** `0046`, answers `newUserReg`; clients log in instead of acknowledging it. */
export const newUserUin = packet(
  'newUserUin',
  0x0046,
  'Gives a new user the number.',
  { regSeq: note(u16, 'from newUserReg'), newUin: uin },
  { from: 'server', confidence: 'certain', evidence: 'three clients; that the first field is an echo is likely' },
)
export type NewUserUin = PacketOf<typeof newUserUin>
