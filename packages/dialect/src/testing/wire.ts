// What tests need to look at datagrams: as hexadecimal text, and opened.
import { clientFraming, type Fault, type Frame, isFault, serverFraming } from '@seekyou/wire'

/** `"02 00 0A 00"` as bytes. */
export const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.split(/\s+/).filter(Boolean), (pair) => Number.parseInt(pair, 16))

export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(' ')

/** Text of one byte per character. */
export const text = (string: string): Uint8Array => Uint8Array.from(string, (char) => char.charCodeAt(0))

export const fromClient = (bytes: Uint8Array | string): Frame => opened(clientFraming.open(asBytes(bytes)))

export const fromServer = (bytes: Uint8Array | string): Frame => opened(serverFraming.open(asBytes(bytes)))

const asBytes = (bytes: Uint8Array | string): Uint8Array => (typeof bytes === 'string' ? bytesOf(bytes) : bytes)

function opened(frame: Frame | Fault): Frame {
  if (isFault(frame)) throw new Error(`no datagram of version 2: ${frame.fault}`)
  return frame
}
