// One user, still pure: the life of the connection, who is on line, messages on their way out. Terminal, browser and bots
// turn this machine with a socket and a clock of their own.
export { BackOff } from './back-off.ts'
export { Client, type ClientOptions } from './client.ts'
export type { EndOfLink } from './connection.ts'
export type { Answer, ClientInput, ClientOutcome, ClientState, News, PeerMessageArrived } from './hear-and-say.ts'
export { inquiriesMax } from './inquiries.ts'
export { textMax, waitingMax } from './outbox.ts'
export type { PeerDrop } from './peer/drops.ts'
export type { FilesEnded, PeerNews, Urgency } from './peer/news.ts'
export type {
  ChatLook,
  ChatNews,
  ChatWish,
  EndOfChat,
  EndOfFile,
  EndOfFiles,
  FileInput,
  FileNews,
  FileOrder,
  TransferNews,
  TransferWish,
} from './peer/session.ts'
export type { ChatAgreement, OfferedFile, PeerWish, TransferAgreement } from './peer/wishes.ts'
export type { PeerInput, PeerOutcome } from './peer/world.ts'
export type { Contact } from './roster.ts'
export { listMax } from './self.ts'
export type { Inquiry, InquiryName, OutgoingMessage, SignOn, Wish } from './wishes.ts'
