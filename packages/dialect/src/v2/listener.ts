import { clientPackets, type Frame, isFault } from '@seekyou/wire'
import type { Listener } from '../dialect.ts'

const { login } = clientPackets

/**
 * COMPAT mICQ 0.2.5: keeps a table of the first 1024 numbers and writes beyond its end. It is known by a PORT that is the
 * byte-swapped UDP port plus 0x10000; no other client sends more than sixteen bits.
 */
const micqSequenceMax = 1_000

/** What a login tells of the client that sent it. */
export function listenerOf(frame: Frame): Listener {
  const value = login.decode(frame.bytes, frame.start)
  if (isFault(value)) return { directVersion: 0 }
  const { tcpVersion: directVersion, tcpPort } = value
  return tcpPort > 0xffff ? { directVersion, sequenceMax: micqSequenceMax } : { directVersion }
}
