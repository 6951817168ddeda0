import { expect, test } from 'vitest'
import { commandName, parseCommand } from './command.ts'

test.each([
  ['/time', { name: 'time', arguments: '' }],
  ['  /Time \r\n', { name: 'time', arguments: '' }],
  ['/remind 5 buy milk ', { name: 'remind', arguments: '5 buy milk' }],
  ['/say one\ntwo', { name: 'say', arguments: 'one\ntwo' }],
  ['/Привет мир', { name: 'привет', arguments: 'мир' }],
  ['time', undefined],
  ['/', undefined],
  ['/ time', undefined],
  ['what /time is it', undefined],
  ['', undefined],
])('%j', (text, command) => expect(parseCommand(text)).toEqual(command))

test('names are written with or without the slash', () => {
  expect(['/Time', 'time'].map(commandName)).toEqual(['time', 'time'])
})
