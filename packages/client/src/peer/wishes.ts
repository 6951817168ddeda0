import type { Text, Uin } from '@seekyou/language'
import type { ChatWish, TransferWish } from './session.ts'

/**
 * What a user asks of their client about direct connections. Chats and transfers have ids: those that the user begins get a
 * positive one from the program, those of others get a negative one from the client.
 */
export type PeerWish =
  /** What peers who write or ask are answered while the user is not simply online. Undefined: nothing. */
  | { readonly name: 'setAwayText'; readonly text: Text | undefined }
  /** Ask a contact for theirs. Answered by one `awayText`. */
  | { readonly name: 'askAwayText'; readonly id: number; readonly uin: Uin }
  | ChatAgreement
  | ChatWish
  | TransferAgreement
  | TransferWish

/** What is agreed on before there is a chat. */
export type ChatAgreement =
  /** Ask for a chat. Followed by `chatBegan` or `chatEnded`. */
  | {
      readonly name: 'requestChat'
      readonly id: number
      readonly to: Uin
      readonly reason: Text
      readonly nick: Text
    }
  /** Decide about a `chatRequested`. `reason` is for a refusal, `nick` for a chat. */
  | {
      readonly name: 'answerChat'
      readonly id: number
      readonly accept: boolean
      readonly reason: Text
      readonly nick: Text
    }

/** What is agreed on before files are sent. */
export type TransferAgreement =
  /** Offer files, at least one; sizes in bytes. Followed by `fileBegan`s or `filesEnded`. */
  | {
      readonly name: 'offerFiles'
      readonly id: number
      readonly to: Uin
      readonly description: Text
      readonly nick: Text
      readonly files: readonly OfferedFile[]
    }
  /** Decide about a `filesOffered`. More than `bytesMax` bytes altogether are not accepted; unless told any number is. */
  | {
      readonly name: 'answerFiles'
      readonly id: number
      readonly accept: boolean
      readonly reason: Text
      readonly nick: Text
      readonly bytesMax?: number
    }

export interface OfferedFile {
  readonly name: Text
  readonly size: number
}
