import { clientPackets } from '@seekyou/wire'
import { expect, test } from 'vitest'
import { World } from './testing/world.ts'

const { infoRequest } = clientPackets

test('a store that fails for long is counted each time and noted once, and so is its return', () => {
  const world = new World()
  const ann = world.guest(1_001)
  world.person(1_002)
  world.store.isDown = true
  ann.write(1_002, 'waits')
  world.pass(60_000)
  expect(world.node.counters.storeFailures).toBeGreaterThan(50)
  expect(world.noted('storeFailed')).toHaveLength(1)
  expect(world.noted('storeWorks')).toEqual([])
  world.store.isDown = false
  world.pass(5_000)
  expect(world.noted('storeWorks')).toHaveLength(1)
  world.store.isDown = true
  ann.write(1_002, 'again')
  world.pass(5_000)
  expect(world.noted('storeFailed')).toHaveLength(2)
})

test('what a guest asks of a store that fails is counted, too, and noted again after ten minutes', () => {
  const world = new World()
  const ann = world.guest(1_001)
  world.store.isDown = true
  for (let time = 0; time < 3; time++) ann.say(infoRequest, { subSeq: time, target: 1_001 })
  expect(world.node.counters.storeFailures).toBe(3)
  for (let minute = 0; minute < 9; minute++) {
    world.pass(60_000)
    expect(world.noted('storeFailed')).toHaveLength(1)
    ann.keepAlive()
  }
  world.pass(60_000)
  ann.say(infoRequest, { subSeq: 9, target: 1_001 })
  expect(world.noted('storeFailed')).toHaveLength(2)
})

test('too many passwords to check is no trouble of the store', () => {
  const world = new World()
  const ann = world.person(1_001)
  world.isHasherBusy = true
  ann.login()
  expect(world.node.counters).toMatchObject({ storeFailures: 0, overflows: 1 })
  expect(world.noted('storeFailed')).toEqual([])
})
