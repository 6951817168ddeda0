// What one chat and one sending of files have in common: each is a machine that owns one TCP connection, from the moment on
// when `channelInit` has crossed it. Requests, answers, listening, dialling and `channelInit` itself are the business of whoever
// hosts the machine, who also adds the number of the connection to what it returns.
import type { Machine, Text, Uin } from '@seekyou/language'
import type { Stroke } from '@seekyou/wire'

/** One chat or one sending of files, over one connection. */
export interface Session extends Machine<SessionInput, SessionOutcome> {
  /**
   * It has told `chatEnded` or `filesEnded` and says nothing more. If the connection was still there, it has also returned
   * `close`.
   */
  readonly isOver: boolean
}

export type SessionInput =
  /** The connection is there; `channelInit` has been written, or has come and was accepted. Comes first, once. */
  | { readonly kind: 'connected' }
  /** What has arrived behind `channelInit`, in any pieces. The bytes belong to the session from here on. */
  | { readonly kind: 'received'; readonly bytes: Uint8Array }
  /** Everything written has left. */
  | { readonly kind: 'drained' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'wake' }
  /** Wishes that do not fit this kind of session are ignored. */
  | { readonly kind: 'wish'; readonly wish: ChatWish | TransferWish }
  | FileInput

/** What the world tells about the files of a transfer; `file` counts from 0. */
export type FileInput =
  /** Answers `readFile`, with as many bytes as were asked for or fewer. Empty: there is no more. */
  | { readonly kind: 'fileRead'; readonly transfer: number; readonly file: number; readonly bytes: Uint8Array }
  /** Answers `openFile`: so many bytes, from its beginning on, were there already. */
  | { readonly kind: 'fileOpened'; readonly transfer: number; readonly file: number; readonly at: number }
  /** Answers `writeFile`, once for each. */
  | { readonly kind: 'fileWritten'; readonly transfer: number; readonly file: number }
  /** It cannot be read, opened or written, for example because the disk is full. */
  | { readonly kind: 'fileFailed'; readonly transfer: number; readonly file: number }

/** Ids of chats and transfers are those given to the session's constructor. */
export type SessionOutcome = ConnectionOrder | FileOrder | ChatNews | TransferNews | Dropped

/** What is to be done with the connection. */
export type ConnectionOrder =
  /** Answered by `drained` when it has left. */
  | { readonly kind: 'write'; readonly bytes: Uint8Array }
  /** After what was written has left. Nothing answers. */
  | { readonly kind: 'close' }
  /** Reading from it; a paused one is not paused again, nor a reading one resumed. */
  | { readonly kind: 'pause' | 'resume' }

/** What is to be done with the files of a transfer; `file` counts from 0, places and lengths are in bytes. */
export type FileOrder =
  | {
      readonly kind: 'readFile'
      readonly transfer: number
      readonly file: number
      readonly at: number
      readonly length: number
    }
  /**
   * To be written. The world finds a free name, or the part that an earlier transfer left, and answers `fileOpened`. `name` is
   * safe to use; `from` is who sends it.
   */
  | {
      readonly kind: 'openFile'
      readonly transfer: number
      readonly file: number
      readonly name: Text
      readonly size: number
      readonly from: Uin
    }
  | {
      readonly kind: 'writeFile'
      readonly transfer: number
      readonly file: number
      readonly at: number
      readonly bytes: Uint8Array
    }
  /**
   * `finishFile`: it is whole and gets its name. `abandonFile`: what there is stays as a part, to be continued some time. Both
   * come behind everything that was to be written, and nothing answers.
   */
  | { readonly kind: 'finishFile' | 'abandonFile'; readonly transfer: number; readonly file: number }

/** Something that a peer did was not obeyed; to be counted by reason. */
export interface Dropped {
  readonly kind: 'dropped'
  readonly because: DropReason
}

/**
 * `unreadable`: a frame that cannot be decoded. `unexpected`: one that does not belong here. `surplus`: data that no file is
 * waiting for. `tooLarge`: more than was agreed to. `silent`: the peer did nothing for too long. `flooding`: it does not read
 * what it is sent, or is wrong too often.
 */
export type DropReason = 'unreadable' | 'unexpected' | 'surplus' | 'tooLarge' | 'silent' | 'flooding'

/** How somebody writes in a chat. Colours are 0xRRGGBB00. */
export interface ChatLook {
  readonly foreground: number
  readonly background: number
  readonly fontName: Text
  readonly fontEncoding: number
  /** Bits: 1 bold, 2 italic, 4 underline. */
  readonly fontFace: number
  /** In points. */
  readonly fontSize: number
}

export type ChatWish =
  /** Texts are in the bytes of the wire; line ends among them become strokes of their own. */
  | { readonly name: 'type'; readonly id: number; readonly strokes: readonly Stroke[] }
  /** Ends a chat, or takes the request for it back. */
  | { readonly name: 'leaveChat'; readonly id: number }

export type ChatNews =
  /** Both sides are there, and what is typed is seen. `nick` and the look are the peer's. */
  | ({ readonly kind: 'chatBegan'; readonly id: number; readonly nick: Text } & ChatLook)
  | { readonly kind: 'stroked'; readonly id: number; readonly strokes: readonly Stroke[] }
  | { readonly kind: 'chatEnded'; readonly id: number; readonly because: EndOfChat; readonly reason: Text }

/** `left`: by either side, or the connection broke. `unreachable`: it never began. `cancelled`: the request was taken back. */
export type EndOfChat = 'refused' | 'left' | 'unreachable' | 'cancelled'

export type TransferWish =
  /** Not the file that is under way, but the next one. Either side may say so. */
  | { readonly name: 'skipFile'; readonly id: number }
  /** Per cent of full speed, 0 to 100; 0 pauses. Either side may say so, the lower one counts. */
  | { readonly name: 'setSpeed'; readonly id: number; readonly percent: number }
  /** Ends a transfer, or takes the offer back. */
  | { readonly name: 'cancelFiles'; readonly id: number }

export type TransferNews =
  /** `at`: so many bytes were there from an earlier transfer. */
  | ({ readonly kind: 'fileBegan' } & FileNews)
  /** At most every 250 ms. */
  | ({ readonly kind: 'fileProgress' } & FileNews)
  /** Comes for every file that began. */
  | ({ readonly kind: 'fileEnded'; readonly because: EndOfFile } & FileNews)
  /** The last word of a transfer. */
  | { readonly kind: 'filesEnded'; readonly id: number; readonly because: EndOfFiles }

/** `file` counts from 0; `at` bytes of its `size` are there. */
export interface FileNews {
  readonly id: number
  readonly file: number
  readonly name: Text
  readonly at: number
  readonly size: number
}

/** What became of one file. */
export type EndOfFile =
  /** One side did not want it, and goes on with the next. */
  'skipped' | EndOfFiles

/** What became of a transfer, or of the file that was under way when it ended. */
export type EndOfFiles =
  /** It is whole; of a transfer: every file was sent or skipped. */
  | 'done'
  /** The other one does not want it. */
  | 'refused'
  /** One side stopped it. */
  | 'cancelled'
  /** The connection ended first, or the peer fell silent. */
  | 'broken'
  /** There never was a connection. */
  | 'unreachable'
  /** The peer wanted to send more than was agreed to. */
  | 'tooLarge'
  /** A file could not be read or written. */
  | 'disk'
