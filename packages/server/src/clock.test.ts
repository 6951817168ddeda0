// Timers go by the monotonic clock; the time of day only stamps messages.
import { expect, test } from 'vitest'
import { World } from './testing/world.ts'

const day = 86_400_000

/** A message that is repeated, another that waits for its turn, one that is stored: with the clock set at two moments. */
function story(shift: number) {
  const world = new World({ limits: { messagesBurst: 2, messagesPerSecond: 2 } })
  const ann = world.guest(1_001)
  const bob = world.guest(1_002, { acks: false })
  ann.write(bob, 'repeated')
  world.wallShift = shift
  ann.write(1_002, 'in its turn')
  ann.write(1_002, 'delayed')
  world.pass(25_000)
  world.wallShift = -shift
  world.pass(400_000)
  return { heard: [ann, bob].map(({ heard }) => heard), sizes: [world.node.size, world.store.messages.length], world }
}

test('however the clock is set, everything happens at the same moments', () => {
  const { heard, sizes } = story(0)
  for (const shift of [day * 4_000, -day * 4_000]) expect(story(shift)).toMatchObject({ heard, sizes })
})

test('the time of a message is what the clock says when the server accepts it', () => {
  const { world } = story(day)
  const [first, second] = world.store.messages
  expect(second!.at - first!.at).toBe(day)
})
