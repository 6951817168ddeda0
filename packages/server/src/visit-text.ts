// How a visit is written down for the node that comes after this one: as JSON, in two parts. The first changes seldom, the second all
// the time.
import type { Listener } from '@seekyou/dialect'
import type { Address, Uin, WallMillis } from '@seekyou/language'
import type { LinkMemory, Parcel } from '@seekyou/link'
import type { KeptPresence } from '@seekyou/service'

/** Where somebody is, who they are shown to, and how they came. */
export interface VisitPart extends Omit<KeptPresence, 'outer'> {
  readonly address: Address
  /** Of the dialect. */
  readonly version: number
  readonly listener: Listener
  readonly opening: OpeningPart
  /** When this was true: a change shortly before the end may not have been heard by everybody. */
  readonly at: WallMillis
}

/** The sign-on, so that its repetition is recognised and gets the same answer. */
export interface OpeningPart {
  readonly fingerprint: number
  readonly request: number
  readonly at: WallMillis
}

export interface NumbersPart {
  /** The first number that was never used. */
  readonly next: number
  /** The number of the reply to the sign-on. */
  readonly first: number
  /** The highest number of the client's commands. */
  readonly last: number
  readonly isProven: boolean
  readonly hasGoneOn: boolean
  /** Whether the client has asked for what was stored for it, and whether it has been told the end. */
  readonly fetch: 'none' | 'asked' | 'told'
  /** Packed by `packAnswered`. */
  readonly answered: string
  readonly underWay: readonly KeptPacket[]
  readonly waiting: readonly Omit<KeptPacket, 'sequence'>[]
  /** Contacts of whom the store has not said whether they may be seen. */
  readonly unremembered: readonly Uin[]
  /** Contacts about whom the last word may not have been heard. */
  readonly doubts: readonly Uin[]
}

/** A packet on its way. */
export interface KeptPacket extends Pick<Parcel, 'patience' | 'lane' | 'alone'> {
  readonly sequence: number
  /** In hexadecimal digits. */
  readonly datagram: string
  /** The id of the message that it brings, which is in the store. */
  readonly message?: number
}

/** What was acknowledged lately, each in eight bytes (the pair, the fingerprint), in Base64: this is written most often. */
export function packAnswered(answered: LinkMemory['answered']): string {
  const words = new Uint32Array(2 * answered.length)
  let at = 0
  for (const { sequence, code, print } of answered) {
    words[at++] = (sequence << 16) | code
    words[at++] = print
  }
  return new Uint8Array(words.buffer).toBase64()
}

export function unpackAnswered(packed: string): LinkMemory['answered'] {
  const words = new Uint32Array(Uint8Array.fromBase64(packed).buffer)
  return Array.from({ length: words.length / 2 }, (_, index) => {
    const pair = words[2 * index]!
    return { sequence: pair >>> 16, code: pair & 0xffff, print: words[2 * index + 1]! }
  })
}

export const packetOf = ({ datagram, patience, lane, alone }: Parcel): Omit<KeptPacket, 'sequence'> => ({
  datagram: datagram.toHex(),
  patience,
  ...(lane ? { lane } : {}),
  ...(alone ? { alone } : {}),
})

export const parcelOf = ({ datagram, patience, lane, alone }: Omit<KeptPacket, 'sequence'>): Parcel => ({
  datagram: Uint8Array.fromHex(datagram),
  patience,
  ...(lane ? { lane } : {}),
  ...(alone ? { alone } : {}),
})

/** Texts of another kind are those of a program that this one does not know. */
const kind = 1

export const writePart = (part: VisitPart | NumbersPart): string => JSON.stringify({ kind, ...part })

/** What was written, or undefined if this program cannot know what it means. */
export function readPart<Part extends VisitPart | NumbersPart>(text: string): Part | undefined {
  try {
    const part = JSON.parse(text) as Part & { readonly kind: unknown }
    return part.kind === kind ? part : undefined
  } catch {
    return undefined
  }
}
