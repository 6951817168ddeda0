import { note, optional, type PacketOf, packet, secret, text16, u16, uin } from '../../kit/index.ts'
import { status } from '../fields.ts'

/** `03F2`, under the short header, answered by `ack`, then `preAuthReply` or `badPassword`. */
export const preAuth = packet(
  'preAuth',
  0x03f2,
  'Checks number and password of an existing user before the login.',
  {
    connId: note(u16, 'repeated in the answers'),
    uin: note(uin, 'the number in question'),
    password: secret(text16),
    status: optional(status),
  },
  { from: 'client', confidence: 'likely', evidence: 'one server that was tested with original clients' },
)
export type PreAuth = PacketOf<typeof preAuth>
