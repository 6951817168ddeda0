import { type Event, isLoopback, parseIp4, uin } from '@seekyou/language'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Entrance, Stage } from '../testing/stage.ts'
import type { DirectMode } from './showing.ts'

const [user, watcher] = [uin(1_001), uin(1_002)]
const ip = (text: string): number => parseIp4(text)!
/** Few, so that two people often share one. The subnets that begin with 10 are near, and so is this machine. */
const outers = ['127.0.0.1', '127.0.0.2', '10.0.0.1', '10.0.0.2', '192.0.2.1', '192.0.2.2'].map(ip)
const isNear = (address: number): boolean => isLoopback(address) || address >>> 24 === 10

const entrance = fc.record({
  outer: fc.constantFrom(...outers),
  direct: fc.record({
    port: fc.oneof(fc.nat(0xffff), fc.nat(0xffff_ffff)),
    inner: fc.oneof(fc.constantFrom(0, ...outers), fc.nat(0xffff_ffff)),
    capability: fc.constantFrom(2, 4, 6, 7),
    version: fc.nat(10),
  }),
  settings: fc.record({ direct: fc.constantFrom(true, false, undefined) }),
  status: fc.constantFrom(0, 1, 0x0001_0000),
})
const mode = fc.constantFrom<DirectMode>('off', 'optin', 'lan', 'on')

type Party = Required<Pick<Entrance, 'outer' | 'settings'>>

/** The promise in plain words. */
function mayTell(mode: DirectMode, a: Party, b: Party): boolean {
  const isRefused = a.settings.direct === false || b.settings.direct === false
  const isWished = a.settings.direct === true && b.settings.direct === true
  const isHere = isNear(a.outer) && isNear(b.outer)
  const isAllowed = { off: false, optin: isWished, lan: isHere && !isRefused, on: !isRefused }[mode]
  return isAllowed && !(isLoopback(a.outer) && !isLoopback(b.outer))
}

const hidden = { outer: 0, port: 0, inner: 0, capability: 6 }

test('nobody is told an address that is not for them, however they come to hear of a user', () => {
  fc.assert(
    fc.property(mode, entrance, entrance, fc.boolean(), (direct, shown, seeing, isFirst) => {
      const stage = new Stage({ direct, isNear })
      if (isFirst) stage.enter(user, shown)
      stage.enter(watcher, seeing)
      stage.presence.addContacts(watcher, [user])
      const told = isFirst
        ? stage.presence.showContacts(watcher, [user])
        : stage.told(user, shown).map(({ event }) => event)
      stage.presence.doubt(watcher, user)
      told.push(...stage.presence.repair(watcher))
      expect(told).toHaveLength(2)
      for (const event of told) {
        const { outer, direct: way } = event as Event<'contactOnline'>
        const { port, inner, capability, version } = way
        expect(version).toBe(shown.direct.version)
        if (!mayTell(direct, shown, seeing)) {
          expect({ outer, port, inner, capability }).toEqual(hidden)
          continue
        }
        expect([outer, capability]).toEqual([shown.outer, shown.direct.capability])
        expect(port).toBe(capability === 6 ? 0 : shown.direct.port % 0x1_0000)
        const behind = shown.direct.inner === 0 || isLoopback(shown.direct.inner) ? outer : shown.direct.inner
        expect(inner).toBe(shown.outer === seeing.outer ? behind : 0)
      }
    }),
    { numRuns: 2_000 },
  )
})

test('whoever comes again from another place is told again to those who may know the place, and to nobody else', () => {
  fc.assert(
    fc.property(mode, entrance, entrance, entrance, (direct, before, after, seeing) => {
      const stage = new Stage({ direct, isNear })
      stage.enter(watcher, seeing)
      stage.enter(user, before)
      stage.watch(watcher, user)
      const known = stage.presence.get(watcher)?.contacts.get(user)
      const told = stage.told(user, after)
      const fresh = new Stage({ direct, isNear })
      fresh.enter(watcher, seeing)
      fresh.presence.addContacts(watcher, [user])
      const [expected] = fresh.told(user, after)
      expect(stage.presence.get(watcher)?.contacts.get(user)).toEqual(expected?.event)
      const { status: _, ...place } = known!
      const { status: word, ...newPlace } = expected!.event as Event<'contactOnline'>
      const isSamePlace = JSON.stringify(place) === JSON.stringify(newPlace)
      if (!isSamePlace) expect(told).toEqual([expected])
      else if (known?.status === word) expect(told).toEqual([])
      else expect(told.map(({ event }) => event)).toEqual([{ name: 'contactStatusChanged', uin: user, status: word }])
    }),
    { numRuns: 1_000 },
  )
})
