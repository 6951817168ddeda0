import { uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { firstBox, fit } from './box.ts'
import { announce, close, emptyDesk, frontOf, keyOf, listKey, minimize, put, raise, show } from './desk.ts'
import { deskOf, textOf } from './keep-desk.ts'

const [ann, bob] = [{ page: 'talk', uin: uin(1001) } as const, { page: 'talk', uin: uin(1002) } as const]
const screen = { width: 1280, height: 770 }

test('the window that is shown last is in front; closing it brings the one below', () => {
  const desk = show(show(emptyDesk, ann), bob)
  expect(frontOf(desk)?.route).toEqual(bob)
  expect(frontOf(close(desk, keyOf(bob)))?.route).toEqual(ann)
  expect(frontOf(raise(desk, keyOf(ann)))?.route).toEqual(ann)
  expect(show(desk, ann).windows.map(({ key }) => key)).toEqual([listKey, keyOf(ann), keyOf(bob)])
})

test('an entry of a conversation and a part of the settings have no window of their own', () => {
  const desk = show(show(emptyDesk, ann), { ...ann, entry: 'x' })
  expect(desk.windows).toHaveLength(2)
  expect(keyOf({ page: 'settings', part: 'look' })).toBe(keyOf({ page: 'settings', part: '' }))
})

test('the contact list is never gone: closed, it is minimized, and nothing may be in front', () => {
  const desk = close(emptyDesk, listKey)
  expect(desk.windows).toHaveLength(1)
  expect(frontOf(desk)).toBeUndefined()
  expect(frontOf(raise(desk, listKey))?.key).toBe(listKey)
})

test('what minimizes the front window shows the next that is not minimized', () => {
  const desk = minimize(show(show(emptyDesk, ann), bob), keyOf(ann))
  expect(frontOf(minimize(desk, keyOf(bob)))?.key).toBe(listKey)
})

test('a small window takes the front from nobody, and comes only once', () => {
  const desk = announce(announce(show(emptyDesk, ann), 'calling'), 'calling')
  expect(frontOf(desk)?.route).toEqual(ann)
  expect(desk.windows).toHaveLength(3)
})

test('a window stays on the desktop, and is made smaller where it must be', () => {
  expect(fit({ left: -40, top: 900, width: 400, height: 300 }, screen)).toEqual({
    left: 0,
    top: 470,
    width: 400,
    height: 300,
  })
  expect(fit({ left: 10.4, top: 0, width: 4000, height: 10 }, screen)).toEqual({
    left: 0,
    top: 0,
    width: 1280,
    height: 120,
  })
  expect(fit({ left: 0, top: 0, width: 400, height: 300 }, { width: 100, height: 50 })).toMatchObject({
    left: 0,
    top: 0,
  })
})

test('windows of the same kind do not begin at the same place', () => {
  expect(firstBox('talk', 0, screen)).not.toEqual(firstBox('talk', 1, screen))
})

test('a desktop that was kept is the same when it is read; small windows are not kept', () => {
  const box = { left: 1, top: 2, width: 300, height: 200 }
  const desk = put(minimize(show(show(emptyDesk, ann), bob), keyOf(ann)), keyOf(bob), box)
  const again = deskOf(textOf(announce(desk, 'calling')))
  expect(again).toEqual(desk)
})

test.each([undefined, '', '{}', '[]', '{"windows":[],"order":[],"boxes":[],"maximized":[]}', 'null'])(
  '%j is no desktop: there is the empty one',
  (text) => expect(deskOf(text)).toBe(emptyDesk),
)

test('places that are none are left out', () => {
  const text = textOf(emptyDesk).replace('"boxes":[]', '"boxes":[["#/",{"left":"x"}],["#/find",null]]')
  expect(deskOf(text).boxes.size).toBe(0)
})
