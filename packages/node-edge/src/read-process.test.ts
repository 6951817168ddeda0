import { expect, test } from 'vitest'
import { cpuSecondsIn, readProcess, secondsIn } from './read-process.ts'

test('processor time is user and system time, whatever the program is called', () => {
  const after = 'S 1 1 1 0 -1 4194304 100 0 0 0 1234 66 0 0 20 0 11 0 5000 1000 200'
  expect(cpuSecondsIn(`42 (node) ${after}`)).toBe(13)
  expect(cpuSecondsIn(`42 (a (b) 7 c) ${after}`)).toBe(13)
})

test('ps writes times with and without hours and days', () => {
  expect(['0:01.5', '2:03', '1:00:00', '2-01:00:00'].map(secondsIn)).toEqual([1.5, 123, 3_600, 2 * 86_400 + 3_600])
})

test('a process can be read, and one that is not there cannot', () => {
  const { cpuSeconds, residentMiB } = readProcess(process.pid)
  expect(cpuSeconds).toBeGreaterThan(0)
  expect(residentMiB).toBeGreaterThan(1)
  expect(() => readProcess(2 ** 30)).toThrow()
})
