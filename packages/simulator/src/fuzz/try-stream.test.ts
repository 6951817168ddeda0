import { expect, test } from 'vitest'
import { Dice } from '../dice.ts'
import { tryStream, tryStrokes } from './try-stream.ts'

test('frames and chats of any bytes come out of pieces as they went in', () => {
  const dice = new Dice(3)
  for (let round = 0; round < 200; round++) {
    const frames = Array.from({ length: dice.below(6) }, () => dice.bytes(dice.below(300)))
    expect(() => tryStream(frames, dice)).not.toThrow()
    expect(() => tryStrokes(dice.bytes(dice.below(100)), dice)).not.toThrow()
  }
})
