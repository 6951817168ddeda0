/** What a message is, as ICQ's 16-bit type (docs/protocol/commands.md). Types that are not named here are relayed unchanged. */
export const messageKind = {
  text: 0x0001,
  url: 0x0004,
  authorizationRequest: 0x0006,
  authorizationRefused: 0x0007,
  authorizationGranted: 0x0008,
  /** Said by the server to everybody. */
  broadcast: 0x0009,
  youWereAdded: 0x000c,
  contacts: 0x0013,
} as const

const toSeveral = 0x8000

/** The type without the bit that says that the message went to several people at once. */
export const plainKind = (kind: number): number => kind & ~toSeveral
