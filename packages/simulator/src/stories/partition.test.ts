import { expect, test } from 'vitest'
import { company, complaintsOf, numbersShown } from '../testing/company.ts'

test.each(['up', 'down', 'both'] as const)(
  'somebody is cut off (%s) for ten minutes, and comes back by themselves',
  (cut) => {
    const { town, citizens } = company(3)
    const [ann, bob] = citizens as [(typeof citizens)[0], (typeof citizens)[0]]
    bob.socket.cut = cut
    const said = [ann.say(bob.uin), ann.say(bob.uin)]
    town.runFor(600_000)
    expect(bob.isOnline).toBe(false)
    bob.socket.cut = 'none'
    town.runFor(130_000)
    expect(bob.isOnline).toBe(true)
    expect(new Set(numbersShown(bob, town))).toEqual(new Set(said))
    expect(complaintsOf(town)).toEqual([])
  },
)

test('the server is gone for an hour: everybody is back within two minutes of its return', () => {
  const { town, citizens } = company(20)
  town.server.crash()
  town.runFor(3_600_000)
  town.server.start()
  town.runFor(120_000)
  expect(citizens.filter(({ isOnline }) => isOnline)).toHaveLength(20)
  town.runFor(30_000)
  expect(complaintsOf(town)).toEqual([])
})
