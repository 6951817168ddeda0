import { expect, test } from 'vitest'
import { Knock } from './knock.ts'

test('six times, ten seconds apart', () => {
  const knock = new Knock(Uint8Array.of(1), 7, 1_000)
  const dues: number[] = []
  do dues.push(knock.dueAt)
  while (knock.again(knock.dueAt))
  expect(dues).toEqual([11_000, 21_000, 31_000, 41_000, 51_000, 61_000])
})
