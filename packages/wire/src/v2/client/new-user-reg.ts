import { defaulted, note, type PacketOf, packet, secret, text16, u16, u32, unknown } from '../../kit/index.ts'

/** `03FC`, under the short header, answered by `ack`, then `newUserUin`. Read strictly up to the password. */
export const newUserReg = packet(
  'newUserReg',
  0x03fc,
  'Asks for a new number.',
  {
    regSeq: note(u16, 'repeated in newUserUin'),
    password: note(secret(text16), 'the wished one'),
    build: defaulted(note(u32, 'as in login'), 0),
    zero: defaulted(unknown(4), 0),
  },
  { from: 'client', confidence: 'certain', evidence: 'a capture and three client encoders' },
)
export type NewUserReg = PacketOf<typeof newUserReg>
