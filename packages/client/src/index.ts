// One user, still pure: the life of the connection, who is on line, messages on their way out. Terminal, browser and bots
// turn this machine with a socket and a clock of their own.
export { Client, type ClientOptions } from './client.ts'
export type { EndOfLink } from './connection.ts'
export type { Answer, ClientInput, ClientOutcome, ClientState, News } from './hear-and-say.ts'
export { inquiriesMax } from './inquiries.ts'
export { textMax, waitingMax } from './outbox.ts'
export type { Contact } from './roster.ts'
export { listMax } from './self.ts'
export type { Inquiry, InquiryName, OutgoingMessage, SignOn, Wish } from './wishes.ts'
