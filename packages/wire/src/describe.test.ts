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

test('a field has remarks, or none at all', () => {
  const [tcpPort, password] = describe(clientPackets.login).fields
  expect(tcpPort).toMatchObject({ note: 'accepts direct connections; only the low 16 bits mean something' })
  expect(Object.keys(tcpPort!)).toEqual(['name', 'type', 'size', 'presence', 'note', 'example'])
  expect(Object.keys(password!)).toEqual(['name', 'type', 'size', 'presence', 'secret', 'example'])
})

test('fields that may be missing say so', () => {
  const presences = describe(clientPackets.sendTextCode).fields.map(({ presence }) => presence)
  expect(presences).toEqual(['lenient', 'lenient'])
})

test('texts of examples can be read, and are not one letter again and again', () => {
  for (const schema of Object.values<Schema>({ ...clientPackets, ...serverPackets, ...peerPackets })) {
    for (const { type, example } of describe(schema).fields) {
      if (type !== 'text') continue
      expect(example.value).toMatch(/^"[A-z\\]{4,}"$/)
      expect(new Set(example.value).size).toBeGreaterThan(3)
    }
  }
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
