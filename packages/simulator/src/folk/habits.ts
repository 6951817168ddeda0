import type { Millis } from '@seekyou/language'

/** How often somebody does what, on average. Infinity: never. */
export interface Habits {
  readonly name: string
  readonly talkEveryMs: Millis
  /** How many messages they write at a time, at most. */
  readonly talkMost: number
  readonly signOffEveryMs: Millis
  /** Their program dies without a word. */
  readonly dieEveryMs: Millis
  readonly awayMs: Millis
  readonly moodEveryMs: Millis
  /** They change who may see them. */
  readonly hideEveryMs: Millis
  readonly befriendEveryMs: Millis
  /** They look for people and read what those tell of themselves. */
  readonly askEveryMs: Millis
  /** They tell something else of themselves, or choose another password. */
  readonly changeEveryMs: Millis
  /** They ask somebody for authorization. */
  readonly requestEveryMs: Millis
  /** They write to many at once: up to a hundred messages. */
  readonly massEveryMs: Millis
}

const never = Number.POSITIVE_INFINITY
const seconds = 1_000
const minutes = 60_000

const lurking: Habits = {
  name: 'lurking',
  talkEveryMs: 10 * minutes,
  talkMost: 1,
  signOffEveryMs: never,
  dieEveryMs: never,
  awayMs: 0,
  moodEveryMs: never,
  hideEveryMs: never,
  befriendEveryMs: never,
  askEveryMs: never,
  changeEveryMs: never,
  requestEveryMs: never,
  massEveryMs: never,
}

const chatty: Habits = {
  ...lurking,
  name: 'chatty',
  talkEveryMs: 45 * seconds,
  talkMost: 6,
  befriendEveryMs: 10 * minutes,
}

const flapping: Habits = {
  ...lurking,
  name: 'flapping',
  talkEveryMs: 2 * minutes,
  talkMost: 3,
  signOffEveryMs: 5 * minutes,
  dieEveryMs: 5 * minutes,
  awayMs: 1 * minutes,
}

const moody: Habits = {
  ...lurking,
  name: 'moody',
  talkEveryMs: 3 * minutes,
  signOffEveryMs: 20 * minutes,
  awayMs: 2 * minutes,
  moodEveryMs: 1 * minutes,
  hideEveryMs: 3 * minutes,
}

const curious: Habits = {
  ...lurking,
  name: 'curious',
  talkEveryMs: 4 * minutes,
  talkMost: 2,
  befriendEveryMs: 5 * minutes,
  askEveryMs: 40 * seconds,
  requestEveryMs: 4 * minutes,
}

const vain: Habits = {
  ...lurking,
  name: 'vain',
  talkEveryMs: 5 * minutes,
  talkMost: 2,
  signOffEveryMs: 10 * minutes,
  awayMs: 1 * minutes,
  askEveryMs: 5 * minutes,
  changeEveryMs: 70 * seconds,
}

const loud: Habits = {
  ...chatty,
  name: 'loud',
  talkEveryMs: 3 * minutes,
  massEveryMs: 12 * minutes,
}

/** Citizens' habits. */
export const habits = { lurking, chatty, flapping, moody, curious, vain, loud } as const
