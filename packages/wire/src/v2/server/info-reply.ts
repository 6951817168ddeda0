import { type PacketOf, packet } from '../../kit/index.ts'
import { foundUser } from '../layouts.ts'

/** `0118`, answers `infoRequest`. */
export const infoReply = packet('infoReply', 0x0118, 'Tells a basic profile.', foundUser, {
  from: 'server',
  confidence: 'certain',
  evidence: 'a capture, with two bytes more that trail',
})
export type InfoReply = PacketOf<typeof infoReply>
