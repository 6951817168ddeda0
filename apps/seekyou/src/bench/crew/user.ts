import type { Socket } from 'node:dgram'
import { SeenNumbers } from './seen-numbers.ts'

/** Who wants to know what becomes of a command. */
export interface Concern {
  /** The server has acknowledged it; `dueAt` is when it was to be sent. */
  acknowledged(user: User, dueAt: number, now: number): void
}

/** A command that the server has not acknowledged. Times in milliseconds. */
export interface Pending {
  readonly sequence: number
  readonly datagram: Uint8Array
  readonly dueAt: number
  readonly concern: Concern
  sentAt: number
  sends: number
}

/** As many commands of a user may wait for their ACK. */
const pendingMax = 64

/** One user of the load: a socket, the numbers of the conversation, and what each part of the load remembers of them. */
export class User {
  readonly socket: Socket
  /** Given at the start, or by the server when the user registers. */
  uin: number
  isOnLine = false
  /** The number of the last command. */
  sequence = 0
  /** The oldest first; one or two, hardly ever more. */
  readonly pending: Pending[] = []
  readonly seen = new SeenNumbers()
  lastSentAt = 0
  /** A message with nothing but its recipient and its stamp to be filled in. */
  message: Buffer | undefined
  /** An acknowledgement with nothing but its number to be filled in. */
  ack: Buffer | undefined
  /** How many messages this user has written in this phase. */
  written = 0
  /** Which of their writer's messages this user has been shown, and the latest of them. */
  readonly shown = new SeenNumbers()
  lastShown = 0
  /** What the last message still misses: to be shown, to be acknowledged. */
  halves = 0
  /** Whom this user has announced, and how many on line have announced this user. */
  contacts: readonly User[] = []
  watchers = 0
  status = 0
  statusDueAt = 0
  /** Watchers who have not heard of the last change of status. */
  unheard = 0

  /** True when the user may give one more command: somebody who hears no answers does not go on for ever. */
  get isReady(): boolean {
    return this.isOnLine && this.pending.length < pendingMax
  }

  constructor(socket: Socket, uin: number) {
    this.socket = socket
    this.uin = uin
  }
}
