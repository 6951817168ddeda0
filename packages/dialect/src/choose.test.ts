import { expect, test } from 'vitest'
import { dialectChooser } from './choose.ts'
import type { ServerDialect } from './dialect.ts'
import { v2Server } from './v2/server-dialect.ts'

const v2 = v2Server()
const v5: ServerDialect = { ...v2, version: 5 }

test('a datagram’s first two bytes choose the dialect', () => {
  const dialectOf = dialectChooser([v2, v5])
  expect(dialectOf(Uint8Array.of(2, 0, 0x2e, 4))).toBe(v2)
  expect(dialectOf(Uint8Array.of(5, 0))).toBe(v5)
})

test.each([[[]], [[2]], [[3, 0]], [[2, 1]], [[0, 2, 0]]])('nobody understands %j', (bytes) => {
  expect(dialectChooser([v2, v5])(Uint8Array.from(bytes))).toBeUndefined()
})
