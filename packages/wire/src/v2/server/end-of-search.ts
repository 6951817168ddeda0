import { choice, type PacketOf, packet, u8 } from '../../kit/index.ts'
import { subSeq } from '../fields.ts'

/** `00A0`, after the last `userFound` of a search. */
export const endOfSearch = packet(
  'endOfSearch',
  0x00a0,
  'Ends a search.',
  { subSeq, more: choice(u8, { 0: 'that was all', 1: 'there are more' }) },
  { from: 'server', confidence: 'certain', evidence: 'a capture' },
)
export type EndOfSearch = PacketOf<typeof endOfSearch>
