import type { Uin } from '@seekyou/language'
import { serverPackets } from '@seekyou/wire'
import { type EventPhrase, heardIn, words } from '../phrase.ts'
import { turnedUin } from '../turned-uin.ts'

const { deliveredMessage } = serverPackets

/**
 * Messages of one sender go one at a time, so that they are shown in the order in which they were written.
 * COMPAT ICQ 99b: some of its messages arrive with the bytes of their sender turned round. Numbers so high are
 * given by no server that counts from below.
 */
export const messageArrived: EventPhrase<'messageArrived'> = {
  patience: 'message',
  lane: ({ from }) => from,
  hear: [heardIn(deliveredMessage, ({ from, kind, text }) => ({ from: turnedUin(from) ?? (from as Uin), kind, text }))],
  speak: ({ from, kind, text }) => words(deliveredMessage, { from, kind, text }),
}
