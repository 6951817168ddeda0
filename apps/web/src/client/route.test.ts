import { uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { hrefOf, type Route, routeOf } from './route.ts'

const routes: readonly Route[] = [
  { page: 'list' },
  { page: 'find' },
  { page: 'requests' },
  { page: 'packets' },
  { page: 'register' },
  { page: 'signIn' },
  { page: 'talk', uin: uin(204118) },
  { page: 'talk', uin: uin(204118), entry: 'a/б 1' },
  { page: 'profile' },
  { page: 'profile', uin: uin(1234) },
  { page: 'settings', part: '' },
  { page: 'settings', part: 'sounds' },
]

test.each(routes)('$page is read back from its address', (route) => {
  expect(routeOf(hrefOf(route))).toEqual(route)
})

test.each(['', '#', '#/', '#/nowhere', '#/talk', '#/talk/0', '#/talk/99999999999', '#/talk/1e3', '#/talk/%'])(
  '%j is the list',
  (hash) => {
    expect(routeOf(hash)).toEqual({ page: 'list' })
  },
)

test('an entry that cannot be unescaped is taken as it is', () => {
  expect(routeOf('#/talk/1234/%zz')).toEqual({ page: 'talk', uin: 1234, entry: '%zz' })
})
