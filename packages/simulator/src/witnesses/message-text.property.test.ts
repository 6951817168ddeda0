import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Dice } from '../dice.ts'
import { numberedText, numberOf } from './message-text.ts'

test('a numbered text is known again', () => {
  fc.assert(fc.property(fc.nat(), (id) => numberOf(numberedText(id, new Dice(id))) === id))
})

test('other texts have no number', () => {
  for (const text of ['', 'No. ', 'No. x ', 'No. 12', 'no. 1 ', 'hello']) {
    expect(numberOf(Uint8Array.from(text, (char) => char.charCodeAt(0)))).toBeUndefined()
  }
})
