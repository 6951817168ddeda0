import { expect, test } from 'vitest'
import { describe } from './describe.ts'
import { clientPackets, peerPackets, type Schema, serverPackets } from './index.ts'

test('a packet as rows of a table', () => {
  const description = describe(clientPackets.newUserInfo)
  expect(description).toMatchObject({ name: 'newUserInfo', code: 0x04a6, from: 'client', confidence: 'certain' })
  expect(description.fields.map(({ name, type, size, presence }) => [name, type, size, presence])).toEqual([
    ['subSeq', 'u16', 2, 'always'],
    ['nick', 'text', undefined, 'always'],
    ['first', 'text', undefined, 'always'],
    ['last', 'text', undefined, 'always'],
    ['email', 'text', undefined, 'always'],
    ['auth', 'u8', 1, 'optional'],
  ])
  expect(describe(clientPackets.changePassword).fields[1]).toMatchObject({ secret: true })
  expect(describe(clientPackets.login).fields.at(-1)).toMatchObject({
    presence: 'lenient',
    note: 'repeats clientBuild',
  })
})

test('every packet has an example that is made of its fields and is always the same', () => {
  for (const packets of [clientPackets, serverPackets, peerPackets]) {
    for (const schema of Object.values<Schema>(packets)) {
      const description = describe(schema)
      expect(description.fields.map(({ example }) => example.hex).join(' ')).toBe(description.example)
      expect(describe(schema)).toEqual(description)
    }
  }
})
