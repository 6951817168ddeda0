/**
 * The loopback address with this index in a block of 65,536 or more: `127.BLOCK.0.0` and on. Every address of 127.0.0.0/8 is
 * this machine on Linux; other systems must be told so.
 */
export const loopbackAddress = (block: number, index: number): string =>
  `127.${block + (index >>> 16)}.${(index >>> 8) & 255}.${index & 255}`
