import { packAddress, type Uin, uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import type { Guest } from './guest.ts'
import { Guests } from './guests.ts'
import { limitsOn } from './limits.ts'
import { Pace, pacingOf } from './pace.ts'

/** A guest of whom only what `Guests` looks at is there; `looks` counts how often anyone asked when to wake them. */
function guestOf(number: number, wakeAt: () => number | undefined = () => undefined) {
  const counted = { looks: 0 }
  const link = {
    nextSequence: 7,
    get wakeAt() {
      counted.looks += 1
      return wakeAt()
    },
  }
  const guest = {
    uin: uin(number),
    address: packAddress(number, 1),
    link,
    fetches: new Set(),
    pace: new Pace(pacingOf(limitsOn)),
    holdUntil: undefined,
    sentBackAt: undefined,
    wakesAt: Number.POSITIVE_INFINITY,
    isGone: false,
  } as unknown as Guest
  return { guest, counted }
}

test('guests are found by their number and by their address, until they leave', () => {
  const guests = new Guests()
  const { guest } = guestOf(1_001)
  guests.add(guest)
  expect([guests.of(guest.uin), guests.at(guest.address), guests.size]).toEqual([guest, guest, 1])
  expect([...guests.all()]).toEqual([guest])
  guests.remove(guest, 0)
  expect([guests.of(guest.uin), guests.at(guest.address), guests.size, guest.isGone]).toEqual([
    undefined,
    undefined,
    0,
    true,
  ])
})

test('a guest is handed out when something is due, and not before', () => {
  const guests = new Guests()
  const { guest } = guestOf(1_001, () => 50)
  guests.add(guest)
  expect(guests.wakeAt).toBe(50)
  expect(guests.takeDue(49)).toBeUndefined()
  expect(guests.takeDue(50)).toBe(guest)
  expect(guests.takeDue(50)).toBeUndefined()
})

test('a wake-up that was moved to later finds nothing due, one that was moved to earlier comes in time', () => {
  const guests = new Guests()
  let at = 50
  const { guest } = guestOf(1_001, () => at)
  guests.add(guest)
  at = 80
  guests.schedule(guest)
  expect(guests.takeDue(60)).toBeUndefined()
  expect(guests.wakeAt).toBe(80)
  at = 70
  guests.schedule(guest)
  expect(guests.takeDue(70)).toBe(guest)
})

test('whoever has left is woken no more', () => {
  const guests = new Guests()
  const { guest } = guestOf(1_001, () => 50)
  guests.add(guest)
  guests.remove(guest, 0)
  expect(guests.takeDue(1_000)).toBeUndefined()
  expect(guests.wakeAt).toBeUndefined()
})

test('the agenda does not fill up with the years: each wake-up stands on it once in the end', () => {
  const guests = new Guests()
  let at = 400_000
  const { guest, counted } = guestOf(1_001, () => at)
  guests.add(guest)
  let now = 0
  for (let message = 0; message < 1_000; message++) {
    at = now + 10_000
    guests.schedule(guest)
    now += 20_000
    at = now + 400_000
    expect(guests.takeDue(now)).toBeUndefined()
  }
  counted.looks = 0
  at = now + 1_000_000
  expect(guests.takeDue(now + 900_000)).toBeUndefined()
  expect(counted.looks).toBeLessThan(10)
})

test('the numbers of at most ten thousand departed guests are remembered', () => {
  const guests = new Guests()
  const sentBack = (number: number) => {
    guests.noteSentBack(number, 0)
    return guests.numbersBefore(number as Uin, packAddress(1, 1), 1)?.next ?? 0
  }
  for (let number = 1_001; number <= 11_001; number++) {
    const { guest } = guestOf(number)
    guests.add(guest)
    guests.remove(guest, 0)
  }
  expect([sentBack(1_001), sentBack(1_002), sentBack(11_001)]).toEqual([0, 7, 7])
})
