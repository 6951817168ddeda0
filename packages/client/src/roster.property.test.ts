import { status, type Uin } from '@seekyou/language'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { News } from './hear-and-say.ts'
import { Roster } from './roster.ts'
import { unreachable } from './testing/fake-server.ts'

const contact = fc.constantFrom(...([1, 2, 3] as Uin[]))
const word = fc.constantFrom(...[0, 1, 5].map(status))
const heard = fc.oneof(
  fc.record({
    name: fc.constant('contactOnline' as const),
    uin: contact,
    status: word,
    outer: fc.constant(0),
    direct: fc.constant(unreachable),
  }),
  fc.record({ name: fc.constant('contactStatusChanged' as const), uin: contact, status: word }),
  fc.record({ name: fc.constant('contactOffline' as const), uin: contact }),
)

test('whoever follows the news sees what the contact list shows', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(heard, fc.constant('a new line' as const), fc.constant('all is told' as const))),
      (steps) => {
        const roster = new Roster()
        roster.add([1, 2] as Uin[])
        const followed = new Map<Uin, number | undefined>()
        const follow = (news: News | undefined): void => {
          if (!news) return
          if (news.name === 'contactOffline') followed.delete(news.uin)
          else if (news.name === 'contactOnline' || news.name === 'contactStatusChanged') {
            expect(news.name).toBe(followed.has(news.uin) ? 'contactStatusChanged' : 'contactOnline')
            followed.set(news.uin, news.status)
          }
        }
        for (const step of steps) {
          if (step === 'a new line') roster.doubtAll()
          else if (step === 'all is told') roster.settle().forEach(follow)
          else follow(roster.hear(step))
        }
        for (const [uin, { status }] of roster.contacts) expect(followed.get(uin)).toBe(status)
        expect(followed.has(3 as Uin)).toBe(false)
      },
    ),
  )
})
