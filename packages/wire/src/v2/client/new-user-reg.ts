import { type PacketOf, packet, secret, text16, u16, u32, unknown } from '../../kit/index.ts'

/** `03FC`, under the short header, answered by `ack`, then `newUserUin`. */
export const newUserReg = packet(
  'newUserReg',
  0x03fc,
  'Asks for a new number.',
  { regSeq: u16, password: secret(text16), build: u32, zero: unknown(4) },
  { from: 'client', confidence: 'certain', evidence: 'a capture and three client encoders' },
)
export type NewUserReg = PacketOf<typeof newUserReg>
