import { type PacketOf, packet } from '../../kit/index.ts'
import { aboutOne } from '../layouts.ts'

/** `041A`, answered by `ack`, perhaps `userFound`, then `endOfSearch`. */
export const searchUin = packet('searchUin', 0x041a, 'Looks for a user by number.', aboutOne, {
  from: 'client',
  confidence: 'certain',
  evidence: 'three independent sources',
})
export type SearchUin = PacketOf<typeof searchUin>
