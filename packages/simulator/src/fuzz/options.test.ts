import { expect, test } from 'vitest'
import { Misunderstanding, understand } from './options.ts'

test('without a word two million packets, a tenth of them with limits', () => {
  expect(understand({})).toEqual({
    what: 'fuzz',
    runs: [
      { packets: 1_800_000, seed: 1, limits: 'off' },
      { packets: 200_000, seed: 1, limits: 'on' },
    ],
    keeps: false,
  })
})

test('one kind of node only, as a failure is shown again', () => {
  expect(understand({ packets: '17', seed: '3', limits: 'on', keep: true })).toEqual({
    what: 'fuzz',
    runs: [{ packets: 17, seed: 3, limits: 'on' }],
    keeps: true,
  })
  expect(understand({ packets: '9' })).toMatchObject({ runs: [{ packets: 9, limits: 'off' }] })
})

test('one packet only, and help', () => {
  expect(understand({ bytes: 'client 02 00' })).toEqual({
    what: 'read',
    input: { way: 'client', bytes: Uint8Array.of(2, 0) },
  })
  expect(understand({ help: true })).toEqual({ what: 'help' })
})

test.each([
  [{ packets: '0' }, '--packets 0 is not understood: give a whole number from 1 on.'],
  [{ seed: 'x' }, '--seed x is not understood: give a whole number from 0 on.'],
  [{ limits: 'some' }, '--limits some is not known: choose off or on.'],
  [{ bytes: ' ' }, '--bytes says nothing: give who sends it and its bytes.'],
  [{ bytes: 'nobody 00' }, '--bytes: "nobody 00" is no input: write client, server, message, chat, file and'],
])('%j is a misunderstanding', (typed, sentence) => {
  expect(() => understand(typed)).toThrow(Misunderstanding)
  expect(() => understand(typed)).toThrow(sentence)
})
