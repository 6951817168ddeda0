// Version 2's datagrams: a header, then the body of one packet.
//
//   client  | 02 00 | command u16 | sequence u16 | UIN u32 | body …     10 bytes of header
//           | 02 00 | command u16 | sequence u16 | body …                6 bytes, for 03FC, 04EC and 03F2
//   server  | 02 00 | command u16 | sequence u16 | body …                6 bytes
//
// What the numbers mean and who acknowledges what is left to the link.
import { digits, type Fault, type NamedField, type Schema, u16, uin, Writer } from '../kit/index.ts'

/** An opened datagram: its header, and where its body begins. The body ends with `bytes`. */
export interface Frame {
  readonly version: number
  /** The command. */
  readonly code: number
  readonly sequence: number
  /** The sender as the header states it, unproven; 0 when the header has none. */
  readonly uin: number
  /** The whole datagram. */
  readonly bytes: Uint8Array
  /** Where the body begins. */
  readonly start: number
}

/** How the datagrams of clients are opened and sealed. */
export const clientFraming = {
  /** The frame of a datagram from a client: a fault when its header is cut short or of another version. */
  open(datagram: Uint8Array): Frame | Fault {
    const fault = headerFault(datagram)
    if (fault !== undefined) return fault
    const code = word(datagram, 2)
    const start = shortCodes.has(code) && isShort(code, datagram) ? shortHeader : longHeader
    if (datagram.length < start) return { fault: 'truncated', field: 'uin', offset: shortHeader, wanted: 4 }
    const uin = start === longHeader ? (word(datagram, 6) | (word(datagram, 8) << 16)) >>> 0 : 0
    return { version, code, sequence: word(datagram, 4), uin, bytes: datagram, start }
  },

  /** A datagram with this packet. The header has no UIN where version 2 wants none (03FC, 04EC, 03F2). */
  seal<Value extends object>(schema: Schema<Value>, value: Value, sequence: number, uin: number): Uint8Array {
    begin(schema.code, sequence)
    if (!shortCodes.has(schema.code)) writer.u32(uin)
    schema.encode(writer, value)
    return writer.cut()
  },

  /** The acknowledgement of the server's packet with this sequence. */
  ack(sequence: number, uin: number): Uint8Array {
    begin(ackCode, sequence)
    writer.u32(uin)
    return writer.cut()
  },
} as const

/** How the datagrams of servers are opened and sealed. */
export const serverFraming = {
  /** The frame of a datagram from a server: a fault when its header is cut short or of another version. */
  open(datagram: Uint8Array): Frame | Fault {
    return (
      headerFault(datagram) ?? {
        version,
        code: word(datagram, 2),
        sequence: word(datagram, 4),
        uin: 0,
        bytes: datagram,
        start: shortHeader,
      }
    )
  },

  /** A datagram with this packet. */
  seal<Value extends object>(schema: Schema<Value>, value: Value, sequence: number): Uint8Array {
    begin(schema.code, sequence)
    schema.encode(writer, value)
    return writer.cut()
  },

  /** The acknowledgement of the client's packet with this sequence. */
  ack(sequence: number): Uint8Array {
    begin(ackCode, sequence)
    return writer.cut()
  },
} as const

/** Writes the sequence into a sealed datagram of either side: numbers are given at the first transmission. */
export function renumber(datagram: Uint8Array, sequence: number): void {
  datagram[4] = sequence
  datagram[5] = sequence >>> 8
}

/** The protocol version that a datagram claims, or undefined when it is too short to say. */
export function versionOf(datagram: Uint8Array): number | undefined {
  return datagram.length < 2 ? undefined : word(datagram, 0)
}

/** The fields of a header for inspectors; the short header and a server's lack the last one. */
export const header: readonly NamedField[] = [
  { name: 'version', field: u16 },
  { name: 'command', field: { ...u16, show: (value: number) => digits(value, 4) } },
  { name: 'sequence', field: u16 },
  { name: 'uin', field: uin },
]

const version = 2
const ackCode = 0x000a
const shortHeader = 6
const longHeader = 10
const newUserReg = 0x03fc
const openRegistration = 0x04ec
const preAuth = 0x03f2
const shortCodes: ReadonlySet<number> = new Set([newUserReg, openRegistration, preAuth])

/** One writer for all sealed datagrams: they never overlap. */
const writer = new Writer()

function begin(code: number, sequence: number): void {
  writer.begin()
  writer.u16(version)
  writer.u16(code)
  writer.u16(sequence)
}

function headerFault(datagram: Uint8Array): Fault | undefined {
  if (datagram.length < shortHeader) return { fault: 'truncated', field: 'header', offset: 0, wanted: shortHeader }
  if (word(datagram, 0) !== version) return { fault: 'version', field: 'version', offset: 0, wanted: version }
  return undefined
}

// COMPAT clients that put a UIN into the header of the commands that come before they have a number: look at the bytes.
function isShort(code: number, datagram: Uint8Array): boolean {
  if (code === openRegistration) return datagram.length < longHeader
  if (code === newUserReg) return !isLongRegistration(datagram)
  return true
}

// In the short form bytes 8 and 9 are the password's LENGTH. Zeros there fit the upper half of a small UIN in the long form,
// if a password follows where that form has it.
function isLongRegistration(datagram: Uint8Array): boolean {
  if (word(datagram, 8) !== 0) return false
  const length = word(datagram, 12)
  return length > 0 && 14 + length <= datagram.length
}

// Zeros behind the end.
function word(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8)
}
