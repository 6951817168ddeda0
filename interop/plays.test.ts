import { expect, test } from 'vitest'
import { perform } from './stage/perform.ts'
import { readPlays } from './stage/read-plays.ts'
import { virtualStage } from './stage/virtual-stage.ts'

const plays = readPlays()

test.each(plays.map((play) => [`${play.file}: ${play.title}`, play] as const))('%s', async (_, play) => {
  const stage = virtualStage(play)
  const failure = await perform(play, stage).catch((error: unknown) => error)
  expect(stage.bugs).toEqual([])
  if (failure) throw failure
})

test('every quirk has a play', () => {
  const quirks = new Set(plays.map(({ file }) => /^q(\d\d)-/.exec(file)?.[1]).filter(Boolean))
  expect([...quirks].map(Number)).toEqual(Array.from({ length: 41 }, (_, index) => index + 1))
})
