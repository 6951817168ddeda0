import { type PacketOf, packet, type Reader, skippable } from '../../kit/index.ts'
import { subSeq } from '../fields.ts'
import { names } from '../layouts.ts'

/** `0424`, answered by `ack`, up to 40 `userFound`, then `endOfSearch`. */
export const searchUser = packet(
  'searchUser',
  0x0424,
  'Looks for users by names or e-mail address.',
  {
    // COMPAT later versions: no sub-sequence
    subSeq: skippable(subSeq, 0, (reader) => !fourTextsFollow(reader, 2) && fourTextsFollow(reader, 0)),
    ...names,
  },
  { from: 'client', confidence: 'certain', evidence: 'a capture and four client encoders' },
)
export type SearchUser = PacketOf<typeof searchUser>

/** Whether four texts fit after `skip` bytes, judged by their lengths alone. */
function fourTextsFollow(reader: Reader, skip: number): boolean {
  const { bytes, end } = reader
  let at = reader.at + skip
  for (let i = 0; i < 4; i++) at += 2 + (bytes[at]! | (bytes[at + 1]! << 8))
  return at <= end
}
