// Bytes whose meaning is known, each with where it comes from. Texts are written as Latin-1 (one character for each byte),
// addresses as dotted text, bytes as hexadecimal; assembled ones use the numbers 1234567, 7654321 and 1111111.

/** Where the bytes come from: from the real network, from a 1999 program's encoder followed by hand, or from the layout. */
type Provenance = 'captured' | 'captured, private text replaced' | "derived from a client's encoder" | 'assembled'

interface Golden {
  readonly id: string
  readonly provenance: Provenance
  /** The schema's name. */
  readonly packet: string
  /** In hexadecimal with white space. */
  readonly bytes: string
  /** Everything the body says. */
  readonly fields: Readonly<Record<string, number | string | readonly number[]>>
  /** Why encoding the fields gives other bytes: the sender's encoder was wrong, and encoders write canonically. */
  readonly rewritten?: string
}

export interface GoldenDatagram extends Golden {
  readonly header: { readonly code: number; readonly sequence: number; readonly uin: number }
}

export interface GoldenFrame extends Golden {
  readonly channel: 'message' | 'chat' | 'file'
}
