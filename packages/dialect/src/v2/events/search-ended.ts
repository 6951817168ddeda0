import { serverPackets } from '@seekyou/wire'
import { type EventPhrase, heardIn, words } from '../phrase.ts'
import { searchLane } from './lanes.ts'

const { endOfSearch } = serverPackets

export const searchEnded: EventPhrase<'searchEnded'> = {
  patience: 'brisk',
  lane: searchLane,
  hear: [
    heardIn(
      endOfSearch,
      ({ more }) => ({ hasMore: more !== 0 }),
      ({ subSeq }) => subSeq,
    ),
  ],
  speak: ({ hasMore }, request) => words(endOfSearch, { subSeq: request, more: hasMore ? 1 : 0 }),
}
