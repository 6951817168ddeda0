import { expect, it } from 'vitest'
import { hrefOf, pages, routeOf } from './routes.ts'

it('finds each page again by its address', () => {
  for (const { name } of pages) expect(routeOf(hrefOf(name))).toEqual({ page: name, about: '' })
  expect(routeOf(hrefOf('links', 1234))).toEqual({ page: 'links', about: '1234' })
})

it.each(['', '#', '#/', '#/nowhere', '#CODE'])('shows the overview for %j', (hash) => {
  expect(routeOf(hash).page).toBe('overview')
})
