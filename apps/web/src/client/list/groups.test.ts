import { uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { somebody } from '../../testing/somebody.ts'
import { type Arrangement, groupsOf } from './groups.ts'

const plain: Arrangement = {
  groups: ['Lab'],
  hideOffline: false,
  open: undefined,
  compare: (a, b) => a.localeCompare(b),
}
const people = [
  somebody(1001, { name: 'zoe', status: 'online' }),
  somebody(1002, { name: 'ann', status: 'away' }),
  somebody(1003, { name: 'bob' }),
  somebody(1004, { name: 'cid', authorization: 'asked' }),
  somebody(1005, { name: 'dan', isContact: false }),
  somebody(1006, { name: 'eve', group: 'Lab' }),
  somebody(1007, { name: 'fay', group: 'Lab', status: 'online' }),
  somebody(1008, { name: 'gus', group: 'Gone' }),
]
const shown = (changes: Partial<Arrangement> = {}): readonly string[] =>
  groupsOf(people, { ...plain, ...changes }).map(
    ({ key, people: members, online, all }) => `${key} ${online}/${all}: ${members.map(({ name }) => name).join(' ')}`,
  )

test('own groups come first, then everybody else by whether they are online', () => {
  expect(shown()).toEqual([
    '=Lab 1/2: fay eve',
    'online 2/2: ann zoe',
    'strangers 0/1: dan',
    'waiting 0/1: cid',
    'offline 0/2: bob gus',
  ])
})

test('hidden are those off line, unless they have written or are talked with', () => {
  expect(shown({ hideOffline: true })).toEqual(['=Lab 1/2: fay', 'online 2/2: ann zoe', 'strangers 0/1: dan'])
  expect(shown({ hideOffline: true, open: uin(1003) })).toContain('offline 0/2: bob')
  const written = people.map((person) => (person.name === 'eve' ? { ...person, unread: 1 } : person))
  expect(groupsOf(written, { ...plain, hideOffline: true })[0]?.people.map(({ name }) => name)).toEqual(['fay', 'eve'])
})

test('an own group stays when nobody is in it', () => {
  expect(groupsOf([], { ...plain, groups: ['Empty'] })).toMatchObject([{ name: 'Empty', people: [], all: 0 }])
})
