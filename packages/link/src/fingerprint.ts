/**
 * A 52-bit number that tells whether two datagrams are the same (FNV-1a over two halves). Kept instead of the datagram
 * itself, which holds a password in the clear. Not meant to withstand anyone: whoever can send the datagram has the password.
 */
export function fingerprintOf(bytes: Uint8Array): number {
  let low = 0x811c9dc5
  let high = 0x01000193
  for (let index = 0; index < bytes.length; index++) {
    low = Math.imul(low ^ bytes[index]!, 0x01000193)
    high = Math.imul(high ^ bytes[index]!, 0x85ebca6b)
  }
  return (high & 0xf_ffff) * 0x1_0000_0000 + (low >>> 0)
}
