import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { essence } from './essence.ts'
import { inputsOf, lineOf } from './input.ts'
import { tryPacket } from './try-packet.ts'

const read = (name: string) => inputsOf(readFileSync(join(import.meta.dirname, 'corpus', name), 'utf8'))
const golden = read('golden.txt')
const found = read('found.txt')

test('known packets are read to their end', () => {
  expect(golden).toHaveLength(90)
  for (const input of golden) expect(tryPacket(input)).toContain(' with ')
})

test('every packet that was found shows something that no shorter one shows', () => {
  expect(found.length).toBeGreaterThan(200)
  expect(essence(golden, found).map(lineOf)).toEqual(found.map(lineOf))
  expect(essence(golden, [...found].reverse()).map(lineOf)).toEqual(found.map(lineOf))
})
