import { expect, test } from 'vitest'
import { purity } from './purity.ts'
import { readSource } from './source.ts'

const objections = (text: string, file = 'packages/link/src/a.ts') =>
  purity(readSource(file, text)).map(({ line, problem, remedy }) => `${line}: ${problem} → ${remedy}`)

test('clock, dice, timers and the machine are named with a remedy', () => {
  expect(
    objections(`const a = Date.now()
const b = new Date()
const c = Math.random()
setTimeout(() => {}, 5)
const d = Buffer.alloc(3)
console.log(d)
if (process.env['X']) performance.now()
crypto.getRandomValues(d)`),
  ).toEqual([
    '1: Date.now in the pure package link → take `now` as an argument',
    '2: new Date() in the pure package link → take `now` as an argument',
    '3: Math.random in the pure package link → take `random: () => number` as an argument',
    '4: setTimeout in the pure package link → return `wakeAt` and let the driver wake the machine',
    '5: Buffer in the pure package link → use Uint8Array and DataView',
    '6: console in the pure package link → return what should be said as an outcome',
    '7: process in the pure package link → take what you need as an argument',
    '7: performance in the pure package link → take `now` as an argument',
    '8: crypto in the pure package link → take `random: () => number` as an argument',
  ])
})

test('a global is also found when it is passed on, spread out or used as a type', () => {
  expect(objections('const later = { setTimeout }')).toHaveLength(1)
  expect(objections('start(setInterval)')).toHaveLength(1)
  expect(objections(`const { random } = Math, now = Date['now']`)).toEqual([
    '1: Date.now in the pure package link → take `now` as an argument',
  ])
  expect(objections('export function f(bytes: Buffer) { return bytes }')).toHaveLength(1)
})

test('names that only look alike pass', () => {
  expect(objections('const at = new Date(0).getUTCFullYear(); const m = Math.max(1, 2)')).toEqual([])
  expect(objections('interface Machine { process(performance: number): void }\nmachine.process(1)')).toEqual([])
  expect(objections('export const f = (process: () => void) => process()')).toEqual([])
  expect(objections('// setTimeout would be wrong here\nconst a = "Date.now"')).toEqual([])
})

test('tests and edges may', () => {
  expect(objections('Date.now()', 'packages/link/src/a.test.ts')).toEqual([])
  expect(objections('Date.now()', 'packages/link/src/testing/a.ts')).toEqual([])
  expect(objections('Date.now()', 'packages/node-edge/src/a.ts')).toEqual([])
  expect(objections('Date.now()', 'apps/seekyou/src/a.ts')).toEqual([])
})
