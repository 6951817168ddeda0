import { clientManners } from '@seekyou/link'
import { expect, test } from 'vitest'
import { v2Client } from './client-dialect.ts'

test('a client fights for everything alike', () => {
  expect(v2Client().speak({ name: 'keepAlive' }, 0, 1_000)).toMatchObject([
    { patience: 'steady', lane: 0, alone: false },
  ])
})

test('the numbers of its link can be chosen', () => {
  expect(v2Client().manners).toMatchObject({ inFlightMax: 64, silenceMs: Number.POSITIVE_INFINITY })
  expect(v2Client({ ...clientManners, inFlightMax: 1 }).manners).toMatchObject({ inFlightMax: 1, ackCode: 0x000a })
})
