import { type PacketOf, packet } from '../../kit/index.ts'
import { foundUser } from '../layouts.ts'

/** `008C`, answers `searchUin` and `searchUser`. */
export const userFound = packet('userFound', 0x008c, 'Tells one result of a search.', foundUser, {
  from: 'server',
  confidence: 'certain',
  evidence: 'a capture, with one byte more that trails',
})
export type UserFound = PacketOf<typeof userFound>
