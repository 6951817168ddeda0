import type { Text } from '@seekyou/language'
import { peerPackets, sealPeer } from '@seekyou/wire'
import type { Me } from './frames.ts'
import type { ChatLook } from './session.ts'

/** How this client writes in a chat unless told: black on white, Courier 12. */
export const plainLook: ChatLook = {
  foreground: 0x0000_0000,
  background: 0xffff_ff00,
  fontName: Uint8Array.from('Courier', (char) => char.charCodeAt(0)),
  fontEncoding: 0,
  fontFace: 0,
  fontSize: 12,
}

/** One side of a chat, as it introduces itself. `port` is where it awaits somebody: peers, or this chat. */
export interface ChatSelf {
  readonly me: Pick<Me, 'uin' | 'outer' | 'inner'>
  readonly nick: Text
  readonly port: number
  readonly look: ChatLook
}

/** What all known clients write there; the value is never looked at. */
const code = 0x64
const marker = 0xffff_fffd
const chatVersion = 3

/** Frame 1, from who asked for the chat. */
export const sealHello = ({ me, nick, port, look: { foreground, background } }: ChatSelf): Uint8Array =>
  sealPeer(peerPackets.chatHello, { code, marker, uin: me.uin, nick, port, foreground, background, zero: 0 })

/** Frame 2, from who accepted it. */
export const sealWelcome = (self: ChatSelf): Uint8Array =>
  sealPeer(peerPackets.chatWelcome, { code, uin: self.me.uin, nick: self.nick, ...colours(self), ...fontBlock(self) })

/** Frame 3, from who asked. */
export const sealFont = (self: ChatSelf): Uint8Array => sealPeer(peerPackets.chatFont, fontBlock(self))

const colours = ({ look: { foreground, background } }: ChatSelf) => ({ foreground, background })

function fontBlock({ me, port, look: { fontName, fontEncoding, fontFace, fontSize } }: ChatSelf) {
  const where = { port, ip: me.outer, realIp: me.inner, tcpFlag: 4, sessionPort: port }
  return { chatVersion, ...where, fontSize, fontFace, fontName, fontEncoding }
}
