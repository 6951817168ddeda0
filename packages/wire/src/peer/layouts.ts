// Lists of fields that several peer frames share.
import {
  choice,
  colour,
  type Field,
  fixed,
  ip4,
  note,
  text16,
  u8,
  u16,
  u16be,
  u32,
  uin,
  unknown,
} from '../kit/index.ts'
import { tcpFlag } from '../v2/fields.ts'

/** What a frame of the message channel is, by its command. */
export const command = {
  message: fixed(u16, 0x07ee, 'message or request'),
  ack: fixed(u16, 0x07da, 'acknowledgement'),
  cancel: fixed(u16, 0x07d0, 'cancellation'),
}

/** The kinds whose frames carry more than a text. */
export const chatKind = fixed(u16, 2, 'chat request')
export const fileKind = fixed(u16, 3, 'file request')

/** A message-channel frame: what all of them have, and between flags and sequence what only chats or files have. */
export function channel<C, K, Part extends object>(command: Field<C>, kind: Field<K>, part: Part) {
  return {
    uin: note(uin, 'the sender, unproven'),
    version: u16,
    command,
    zero: unknown(2),
    uin2: note(uin, 'the sender again'),
    kind,
    text: text16,
    ipA: ip4,
    ipB: ip4,
    port: note(u32, "the sender's listening port"),
    tcpFlag,
    ackStatus,
    flags: messageFlags,
    ...part,
    sequence: note(u32, 'chosen by who asks, repeated in the acknowledgement and the cancellation'),
  }
}

/** What a chat's request, answer and cancellation add. */
export const chatPart = {
  chatStr: note(text16, 'reserved for a list of partners'),
  portBe: note(u16be, 'where the chat is awaited, in an acceptance'),
  gap: unknown(2),
  portLe: note(u32, 'the same port; some clients leave it 0'),
}

/** What a file's request, answer and cancellation add. */
export const filePart = {
  portBe: note(u16be, 'where the file is awaited, in an acceptance'),
  gap: unknown(2),
  filename: text16,
  size: note(u32, 'bytes of all files together'),
  portLe: note(u32, 'the same port; some clients leave it 0'),
}

/** How a chat's first frames describe the writer's font. */
export const fontBlock = {
  chatVersion: u32,
  port: u32,
  ip: ip4,
  realIp: ip4,
  tcpFlag,
  sessionPort: u16,
  fontSize: u32,
  fontFace: note(u32, 'bits: bold, italic, underline'),
  fontName: text16,
  fontEncoding: u16,
}

export const colours = { foreground: colour, background: colour }

/** The operation that opens every frame of a file session. */
export const operation = <const N extends number>(number: N): Field<N> => fixed(u8, number)

/** How fast the file travels: 100 is full speed. */
export const speed = note(u32, 'per cent of full speed, from 0 to 100')

const ackStatus = choice(u16, {
  0: 'accepted',
  1: 'refused',
  2: 'returned',
  4: 'away',
  9: 'occupied',
  10: 'do not disturb',
  14: 'not available',
})

const messageFlags = choice(u16, {
  0: 'answer',
  16: 'normal',
  32: 'to the contact list',
  64: 'urgent',
  144: 'normal, sender invisible',
  272: 'normal, sender away',
  528: 'normal, sender occupied',
  2064: 'normal, sender not available',
  4112: 'normal, sender in do-not-disturb',
})
