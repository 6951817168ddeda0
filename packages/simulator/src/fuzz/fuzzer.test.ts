import { expect, test } from 'vitest'
import { broken } from '../testing/broken-node.ts'
import { type Failure, Fuzzer, type FuzzerOptions, shortestBreaking } from './fuzzer.ts'
import { inputsOf, lineOf } from './input.ts'
import { sayFailure } from './say-failure.ts'

function run(packets: number, options: Partial<FuzzerOptions>): { fuzzer: Fuzzer; failures: Failure[] } {
  const fuzzer = new Fuzzer({ seed: 1, corpus: [], limits: 'off', ...options })
  const failures: Failure[] = []
  for (let packet = 0; packet < packets; packet++) {
    const failure = fuzzer.step()
    if (failure) failures.push(failure)
  }
  return { fuzzer, failures }
}

test('the same seed finds the same, another one something else', () => {
  const [one, again, other] = [1, 1, 2].map((seed) => run(1_500, { seed }).fuzzer)
  expect(one!.found.map(lineOf)).toEqual(again!.found.map(lineOf))
  expect([one!.triples, one!.answers, one!.poolSize]).toEqual([again!.triples, again!.answers, again!.poolSize])
  expect(other!.found.map(lineOf)).not.toEqual(one!.found.map(lineOf))
})

test('what shows something new is damaged further, so that more is found than by chance', () => {
  const { fuzzer, failures } = run(6_000, {})
  expect(failures).toEqual([])
  expect(fuzzer.triples).toBeGreaterThan(300)
  expect(fuzzer.answers).toBeGreaterThan(100)
  expect(fuzzer.poolSize).toBeLessThan(fuzzer.triples + fuzzer.answers)
})

test('the corpus comes first, and is not found again', () => {
  const corpus = inputsOf('client 02 00 2E 04 01 00 87 D6 12 00\nfile 09')
  const { fuzzer } = run(2, { corpus })
  expect([fuzzer.triples, fuzzer.poolSize, fuzzer.found]).toEqual([2, 2, []])
})

test('a failure is reported with the command that shows it again, and the next node is a new one', () => {
  const lost = broken({ says: (outcome) => (outcome.kind === 'transmit' ? [] : [outcome]) })
  const { failures } = run(40, { makeNode: lost })
  expect(failures.length).toBeGreaterThan(1)
  const [{ packet, input }] = failures as [Failure]
  expect(sayFailure(failures[0]!, { packets: 40, seed: 1, limits: 'off' })).toEqual([
    expect.stringContaining(`packet ${packet} of seed 1: `),
    `  ${lineOf(input)}`,
    `  again: npm run fuzz -- --seed 1 --limits off --packets ${packet + 1}`,
  ])
})

test('the shortest beginning that breaks is found', () => {
  const [input] = inputsOf('client 01 02 03 04 05')
  expect(shortestBreaking(input!, ({ bytes }) => bytes.length >= 3)).toEqual(inputsOf('client 01 02 03')[0])
  expect(shortestBreaking(input!, () => false)).toBe(input)
})
