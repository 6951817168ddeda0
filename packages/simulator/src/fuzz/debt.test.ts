import { expect, test } from 'vitest'
import { Broken } from './broken.ts'
import { Debt } from './debt.ts'

function debtOf(...commands: readonly (readonly [sequence: number, code: number])[]): Debt {
  const debt = new Debt()
  for (const [sequence, code] of commands) debt.addCertain(sequence, code)
  return debt
}

test('one command, one acknowledgement', () => {
  const debt = debtOf([7, 0x042e])
  debt.compare(new Map([[7, 1]]), true)
  expect([debt.isOpen(new Map()), debt.isOpen(new Map([[7, 1]]))]).toEqual([true, false])
  expect(() => debt.compare(new Map(), true)).toThrow(new Broken('number 7 was acknowledged 0 times instead of 1'))
  expect(() => debt.compare(new Map([[7, 2]]), true)).toThrow(
    new Broken('number 7 was acknowledged 2 times instead of 1'),
  )
  expect(() => debt.compare(new Map([[7, 1], [8, 1]]), true)).toThrow(Broken) // biome-ignore format: one line
})

test('copies may share one, commands of one number may not', () => {
  const copies = debtOf([7, 0x010e], [7, 0x010e], [7, 0x010e])
  for (const count of [1, 2, 3]) copies.compare(new Map([[7, count]]), true)
  const two = debtOf([7, 0x010e], [7, 0x0442])
  expect(() => two.compare(new Map([[7, 1]]), true)).toThrow(Broken)
})

test('what is merely possible, or not due, may be missing', () => {
  const debt = debtOf([7, 0x042e])
  debt.compare(new Map(), false)
  const possible = new Debt()
  possible.addPossible(9)
  possible.compare(new Map(), true)
  possible.compare(new Map([[9, 1]]), true)
})
