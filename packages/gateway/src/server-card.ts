/** What a page must know of the server before anybody signs on. */
export interface ServerCard {
  /** What its operator calls the network. */
  readonly name: string
  /** Who may get a new number. */
  readonly registration: 'closed' | 'lan' | 'invite' | 'open'
  /** Whether whoever asks may, with an invite where one is needed. */
  readonly mayRegister: boolean
  /** Where clients of the time reach it; `hostName` only if the operator has told it. */
  readonly udpPort: number
  readonly hostName?: string | undefined
  /** Of the program. */
  readonly version: string
}
