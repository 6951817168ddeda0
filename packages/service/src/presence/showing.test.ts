import { parseIp4, uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { accountOf } from '../testing/fixtures.ts'
import { Stage } from '../testing/stage.ts'

const [ann, bob] = [uin(1_001), uin(1_002)]
const lan = parseIp4('10.0.0.1')!
const isNear = (ip: number) => ip === lan

/** Both in one subnet, Bob watching Ann. */
function neighbours(): Stage {
  const stage = new Stage({ direct: 'lan', isNear })
  stage.enter(ann, { outer: lan, direct: { port: 0x3_1234, inner: 0x7f00_0001 } })
  stage.enter(bob, { outer: lan })
  stage.watch(bob, ann)
  return stage
}
const shown = ({ presence }: Stage) => presence.get(bob)?.contacts.get(ann)
const settings = (direct: boolean | undefined) => ({ ...accountOf(ann).settings, direct })

test('two in one subnet are told where the other is, with sixteen bits of a port and an address that leads there', () => {
  expect(shown(neighbours())).toEqual({
    name: 'contactOnline',
    uin: ann,
    status: 0,
    outer: lan,
    direct: { port: 0x1234, inner: lan, capability: 4, version: 3 },
  })
})

test('a change of the setting is told to both sides', () => {
  const stage = neighbours()
  stage.watch(ann, bob)
  expect(stage.presence.changeAccount({ ...accountOf(ann), settings: settings(false) }, 0)).toMatchObject([
    { to: bob, event: { name: 'contactOnline', uin: ann, outer: 0, direct: { port: 0, inner: 0, capability: 6 } } },
    { to: ann, event: { name: 'contactOnline', uin: bob, outer: 0, direct: { port: 0, inner: 0, capability: 6 } } },
  ])
  expect(stage.presence.changeAccount({ ...accountOf(ann), settings: settings(false) }, 0)).toEqual([])
  expect(stage.presence.changeAccount({ ...accountOf(ann), settings: settings(undefined) }, 0)).toHaveLength(2)
})

test('a change of the status does not repeat the address', () => {
  const stage = neighbours()
  expect(stage.be(ann, 1)).toEqual(['1002: contactStatusChanged 1001'])
  expect(shown(stage)).toMatchObject({ status: 1, outer: lan })
})

test('somebody who comes again through another port is shown anew to whoever may know it', () => {
  const stage = neighbours()
  expect(stage.enter(ann, { outer: lan, direct: { port: 5_000 } })).toEqual(['1002: contactOnline 1001'])
  expect(stage.enter(ann, { outer: lan, direct: { port: 5_000 } })).toEqual([])
  const strangers = new Stage({ direct: 'lan', isNear: () => false })
  strangers.enter(ann)
  strangers.enter(bob)
  strangers.watch(bob, ann)
  expect(strangers.enter(ann, { outer: 99, direct: { port: 5_000 } })).toEqual([])
})
