import type { PeerMessageArrived } from '../hear-and-say.ts'
import type { Channels, Speaker } from './channels.ts'
import { fileName } from './file-name.ts'
import { type Asked, asksForAwayText, urgencyOf } from './frames.ts'
import { hasAwayText, receive } from './manners.ts'
import type { Meetings } from './meetings.ts'
import type { Surroundings } from './surroundings.ts'

/** What peers ask for, and what they are answered at once. Chats and files wait for the user. */
export class Answering {
  readonly #around: Surroundings
  readonly #channels: Channels
  readonly #chats: Meetings
  readonly #transfers: Meetings

  constructor(around: Surroundings, channels: Channels, chats: Meetings, transfers: Meetings) {
    this.#around = around
    this.#channels = channels
    this.#chats = chats
    this.#transfers = transfers
  }

  /** Returns the message that is to be shown, if it is one. */
  take(frame: Asked, speaker: Speaker, now: number): PeerMessageArrived | undefined {
    const { peer: from, connection, isProven } = speaker
    const { kind, text, flags, sequence } = frame.value
    const { status } = this.#around
    const urgency = urgencyOf(flags)
    const isQuestion = asksForAwayText(kind)
    const { isShown, ackStatus } = receive(status, isQuestion ? 'normal' : urgency)
    const ownText = (hasAwayText(status) && this.#around.awayText) || nothing
    if (isShown && frame.name === 'chatRequest') {
      const news = (id: number) => ({ kind: 'chatRequested', id, from, isProven, reason: text }) as const
      this.#chats.invite({ ...speaker, sequence, news }, now)
      return undefined
    }
    if (isShown && frame.name === 'fileRequest') {
      const { size, filename } = frame.value
      const name = fileName(filename)
      const news = (id: number) =>
        ({ kind: 'filesOffered', id, from, isProven, name, size, description: text }) as const
      this.#transfers.invite({ ...speaker, sequence, size, news }, now)
      return undefined
    }
    this.#channels.answer(connection, { kind, sequence, text: ownText, ackStatus }, now)
    if (!isShown || isQuestion) return undefined
    return { name: 'peerMessageArrived', from, kind, text, isProven, urgency }
  }
}

const nothing = new Uint8Array(0)
