// The figure for loss: almost a third of all datagrams never arrive, in either direction, and still every message does.
import { expect, test } from 'vitest'
import { Town } from '../town.ts'
import { clearRoads } from '../weather.ts'
import { Figures } from '../witnesses/figures.ts'

const pairs = 60
const messagesEach = 40

test('30 % lost each way, one message at a time for each pair: every message is shown, 99 % within a minute, none is lost', () => {
  const town = new Town({ seed: 30 })
  const couples = Array.from({ length: pairs }, () => {
    const [writer, reader] = [town.citizen(), town.citizen()]
    for (const citizen of [writer, reader]) citizen.signOn()
    return { writer, reader, said: [] as number[] }
  })
  town.runFor(10_000)
  const loss = { whileGood: 0.3, whileBad: 0.3, turnsBad: 0, turnsGood: 1 }
  town.network.conditions = { ...clearRoads, delayMs: 50, jitterMs: 50, loss }
  const before = { ...town.network.counters }

  let areAllDone = false
  for (let second = 0; !areAllDone && second < 20_000; second++) {
    const done = messagesDone(town)
    for (const { writer, reader, said } of couples) {
      const isFree = said.every((id) => done.has(id))
      if (isFree && said.length < messagesEach) said.push(writer.say(reader.uin))
    }
    areAllDone = done.size === pairs * messagesEach
    town.runFor(1_000)
  }

  const latencies = new Figures()
  for (const { writtenAt, showings } of town.ledger.entries()) latencies.add(showings[0]!.at - writtenAt)
  expect([areAllDone, latencies.count]).toEqual([true, pairs * messagesEach])
  expect(latencies.quantile(0.99)).toBeLessThanOrEqual(60_000)
  const { sent, lost } = town.network.counters
  expect((lost - before.lost) / (sent - before.sent)).toBeCloseTo(0.3, 1)
  town.network.conditions = clearRoads
  town.runFor(600_000)
  expect(town.judge()).toEqual([])
})

/** What was shown, is accepted as its sender's program knows, and of which the server knows that nothing is left to do. */
function messagesDone(town: Town): Set<number> {
  const waiting = new Set([...town.store.messages()].map(({ text }) => town.ledger.entryOf(text)?.id))
  const done = [...town.ledger.entries()].filter(
    ({ id, isAccepted, showings }) => isAccepted && showings.length > 0 && !waiting.has(id),
  )
  return new Set(done.map(({ id }) => id))
}
