import { expect, test } from 'vitest'
import { inputsOf, lineOf } from './input.ts'

test('an input survives being written as a line', () => {
  const inputs = [
    { way: 'client', bytes: Uint8Array.of(2, 0, 0x2e, 4) },
    { way: 'chat', bytes: Uint8Array.of() },
  ] as const
  expect(inputs.map(lineOf)).toEqual(['client 02 00 2E 04', 'chat'])
  expect(inputsOf(inputs.map(lineOf).join('\n'))).toEqual(inputs)
})

test('empty lines and remarks say nothing', () => {
  expect(inputsOf('# a remark\n\n  file 06\r\n')).toEqual([{ way: 'file', bytes: Uint8Array.of(6) }])
})

test.each(['02 00', 'clients 02 00', 'client 2 00', 'client 0200', 'client 02 0G'])('%s is no input', (line) => {
  expect(() => inputsOf(line)).toThrow(/is no input: write client, server, message, chat, file and bytes/)
})
