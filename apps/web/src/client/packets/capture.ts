import type { WatchedPacket } from '@seekyou/messenger'
import type { CodePageName, PacketView } from '@seekyou/wire'

/** A packet of this connection, with everything that was sent again of it. */
export interface Captured extends Omit<PacketView, 'direction'> {
  /** Unique within a capture; later packets have greater ones. */
  readonly id: number
  readonly direction: WatchedPacket['direction']
  /** What its texts were read in. */
  readonly codePage: CodePageName
  /** How often it passed. */
  readonly times: number
  /** When it passed last. */
  readonly lastAt: number
  /** From its last passing to its ACK, in milliseconds; undefined: there was none so far. */
  readonly ackMs?: number
}

/** How many packets are kept; older ones go. */
export const mostPackets = 2_000

/** How long one still waits for an ACK, in milliseconds: six sends, ten seconds apart. */
const patience = 60_000

/** The packets so far with one more: an ACK settles what it is for, and what came before under the same number counts up. */
export function withPacket(packets: readonly Captured[], packet: Captured): readonly Captured[] {
  const settled = packet.name === 'ack' ? withAck(packets, packet) : packets
  const before = settled.findLastIndex((one) => isSame(one, packet))
  // The same bytes much later are a number that came round.
  if (before !== -1 && packet.at - settled[before]!.lastAt < 2 * patience) {
    const one = settled[before]!
    return settled.with(before, { ...one, times: one.times + 1, lastAt: packet.at })
  }
  return [...settled.slice(-(mostPackets - 1)), packet]
}

/** How it stands with the ACK of a packet, seen at `now`. */
export function ackOf(
  { name, direction, ackMs, lastAt }: Captured,
  now: number,
): number | 'waiting' | 'none' | 'needless' {
  if (ackMs !== undefined) return ackMs
  if (name === 'ack') return 'needless'
  const isWaiting = now - lastAt < patience
  // What this program leaves without an ACK needs none.
  if (direction === 'in') return isWaiting && now - lastAt < 1_000 ? 'waiting' : 'needless'
  return isWaiting ? 'waiting' : 'none'
}

function withAck(packets: readonly Captured[], ack: Captured): readonly Captured[] {
  const at = packets.findLastIndex(
    ({ direction, sequence, name }) => direction !== ack.direction && sequence === ack.sequence && name !== 'ack',
  )
  const one = packets[at]
  if (one === undefined || one.ackMs !== undefined || ack.at < one.lastAt) return packets
  return packets.with(at, { ...one, ackMs: ack.at - one.lastAt })
}

const isSame = (one: Captured, other: Captured): boolean =>
  one.direction === other.direction &&
  one.sequence === other.sequence &&
  one.code === other.code &&
  one.hex === other.hex &&
  one.name !== 'unknown'
