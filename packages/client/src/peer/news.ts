import type { Text, Uin } from '@seekyou/language'
import type { ChatNews, EndOfFiles, TransferNews } from './session.ts'

/** How a message is to be shown to somebody who does not want to be disturbed. */
export type Urgency = 'normal' | 'urgent' | 'toList'

/**
 * What a user is told about direct connections. `isProven`: whoever asks sits at the address that the server has named for
 * `from`; otherwise it may be anybody.
 */
export type PeerNews =
  /** Answers `askAwayText`. Undefined: it could not be had. */
  | { readonly kind: 'awayText'; readonly id: number; readonly text: Text | undefined }
  | {
      readonly kind: 'chatRequested'
      readonly id: number
      readonly from: Uin
      readonly isProven: boolean
      readonly reason: Text
    }
  | ChatNews
  /** `name` is that of the first file, reduced to its last component; `size` what all are said to have together, in bytes. */
  | {
      readonly kind: 'filesOffered'
      readonly id: number
      readonly from: Uin
      readonly isProven: boolean
      readonly name: Text
      readonly size: number
      readonly description: Text
    }
  | Exclude<TransferNews, { kind: 'filesEnded' }>
  | FilesEnded

/** The last word of a transfer. `reason`: why the other one refused. */
export interface FilesEnded {
  readonly kind: 'filesEnded'
  readonly id: number
  readonly because: EndOfFiles
  readonly reason?: Text
}
