import { expect, test } from 'vitest'
import { inputsOf } from './input.ts'
import { tryPacket } from './try-packet.ts'

test.each([
  ['client 02 00 2E 04 01 00 87 D6 12 00', 'client keepAlive with 0'],
  ['client 02 00 2E 04 01 00 87 D6 12 00 FF', 'client keepAlive with 1 and more'],
  ['client 02 00 0E 01 0A 00 87 D6 12 00 B1 CB 74 00 01 00 09 00 48', 'client sendMessage text truncated'],
  ['client 03 00 2E 04 01 00', 'client header version version'],
  ['client 02', 'client header header truncated'],
  ['client 02 00 34 12 01 00 87 D6 12 00', 'client unknown with 0'],
  ['server 02 00 0A 00 01 00', 'server ack with 0'],
  ['file 09', 'file frame op unexpected'],
  ['message 01', 'message frame command truncated'],
])('%s is %s', (line, triple) => {
  expect(inputsOf(line).map(tryPacket)).toEqual([triple])
})
