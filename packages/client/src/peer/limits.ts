// The limits within which peers are believed and endured.

/** How long the world may take to find a port, before the user signs on without one. */
export const openMs = 5_000
/** How long a connection may take to be made. */
export const connectMs = 30_000
/** How long a peer who has connected may take to say who is there. */
export const introduceMs = 30_000
/** How long a peer's program may take to answer a message, before it goes another way. */
export const answerMs = 60_000
/** A message connection on which so long nothing has happened is closed. */
export const idleMs = 15 * 60_000
/** The same while somebody has to decide about a chat or files. */
export const decideMs = 4 * 60 * 60_000
/** How long a peer whose chat or files were accepted may take to connect for them. */
export const appearMs = 60_000
/** How long a peer who could not be reached is written to through the server at once. */
export const avoidMs = 10 * 60_000

/** How many peers may be connected to us at a time, and from one address. */
export const incomingMax = 64
export const incomingPerAddressMax = 8
/** How many requests for chats, and how many for files, may await the user's decision. */
export const undecidedMax = 16
/** Frames that are no answers: how many a peer may send at once, and from then on. */
export const frameRate = { burst: 100, perSecond: 20 }
/** The longest frame of a message channel that is read, in bytes. */
export const frameMax = 16_384
/** The longest text that is sent to a peer, in bytes. */
export const peerTextMax = 8_000
/** How many frames of one peer may make no sense. */
export const faultsMax = 20
/** How many bytes may wait, to be read or to be sent. */
export const backlogMax = 262_144
