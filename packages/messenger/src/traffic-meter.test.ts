import { expect, test } from 'vitest'
import type { WatchedPacket } from './contract.ts'
import { bobUin, minute, testDevice } from './testing/stage.ts'

test('packets are counted, and the way there and back is measured', async () => {
  const device = testDevice()
  const { network } = device
  network.addUser(bobUin)
  const ann = await device.online()
  let told = 0
  ann.traffic.watch(() => told++)
  await network.pass(minute / 3)
  const before = ann.traffic.get()
  expect(before.roundTripMs).toBeGreaterThan(0)
  expect(before.roundTripMs).toBeLessThan(1_000)
  const packets: WatchedPacket[] = []
  const stop = ann.watchPackets((packet) => packets.push(packet))
  ann.send(bobUin, 'hello')
  await network.pass(minute / 3)
  const after = ann.traffic.get()
  const count = (direction: WatchedPacket['direction']) =>
    packets.filter((packet) => packet.direction === direction).length
  expect([count('out'), count('in')]).toEqual([
    after.packetsOut - before.packetsOut,
    after.packetsIn - before.packetsIn,
  ])
  expect(packets[0]).toMatchObject({ direction: 'out', at: expect.any(Number) })
  expect(told).toBeLessThan(20)
  stop()
  ann.send(bobUin, 'unseen')
  await network.pass(minute / 3)
  expect(packets).toHaveLength(count('out') + count('in'))
})
