import { type Address, packAddress, uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { PacketTaps } from './packet-taps.ts'

const [ann, bob] = [uin(1_001), uin(1_002)]
const [here, there] = [packAddress(1, 1), packAddress(2, 2)]

function taps() {
  const present = new Map<Address, typeof ann>([
    [here, ann],
    [there, bob],
  ])
  const all = new PacketTaps((address) => present.get(address))
  const heard: string[] = []
  const watch = (number: number) =>
    all.watch(number, ({ direction, bytes, at }) => heard.push(`${number} ${direction} ${bytes} ${at > 0}`))
  return { all, present, heard, watch }
}

test('whoever watches somebody hears of their datagrams only, until they stop', () => {
  const { all, heard, watch } = taps()
  expect(all.isWatched).toBe(false)
  const stop = watch(ann)
  all.passes('in', here, Uint8Array.of(1))
  all.passes('out', there, Uint8Array.of(2))
  all.passes('out', here, Uint8Array.of(3))
  expect([heard, all.isWatched]).toEqual([['1001 in 1 true', '1001 out 3 true'], true])
  stop()
  stop()
  expect(all.isWatched).toBe(false)
})

test('what leaves after the end of a visit is heard, and what comes to somebody else there is not', () => {
  const { all, present, heard, watch } = taps()
  watch(ann)
  watch(ann)
  all.passes('in', here, Uint8Array.of(1))
  present.delete(here)
  all.passes('out', here, Uint8Array.of(2))
  present.set(here, bob)
  all.passes('out', here, Uint8Array.of(3))
  expect(heard).toEqual(['1001 in 1 true', '1001 in 1 true', '1001 out 2 true', '1001 out 2 true'])
})
