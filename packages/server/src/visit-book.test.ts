import type { Intent, Uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { changesOf, VisitBook } from './visit-book.ts'

const [ann, bob] = [1_001 as Uin, 1_002 as Uin]
const change: Intent = { name: 'announceContacts', uins: [bob] }
const made = { visit: 'v', numbers: 'n' }
const uinsIn = (pages: Iterable<{ readonly uin: Uin }>) => [...pages].map(({ uin }) => uin)

/** A book in which somebody waits, and what they have been told. */
function waiting() {
  const book = new VisitBook()
  const told: string[] = []
  const wait = (who: string) => (isWritten: boolean) =>
    void told.push(`${who} ${isWritten ? 'written' : 'not written'}`)
  return { book, told, wait }
}

test('whoever is noted is written two seconds later, once, or with the next group that closes then', () => {
  const book = new VisitBook()
  book.note(ann, 0)
  book.note(bob, 1_000)
  book.note(ann, 1_500)
  expect(book.wakeAt(false)).toBe(2_000)
  expect(book.isDue(1_999, false, false)).toBe(false)
  expect(uinsIn(book.close(1_999, false))).toEqual([ann])
  book.committed()
  expect(book.wakeAt(false)).toBe(3_000)
  expect(uinsIn(book.close(2_000, false))).toEqual([bob])
  book.committed()
  expect([book.isSettled, book.wakeAt(false)]).toEqual([true, undefined])
})

test('what waits goes on when it is written', () => {
  const { book, told, wait } = waiting()
  book.writeChange(ann, change, 0, wait('ann'))
  book.writeNumbers(bob, 0, wait('bob'))
  expect([book.wakeAt(false), book.hasChanges(ann), book.hasChanges(bob)]).toEqual([0, true, false])
  const pages = [...book.close(0, false)]
  expect(pages.map((page) => [page.uin, page.isWhole, changesOf(page)])).toEqual([
    [ann, true, [change]],
    [bob, false, []],
  ])
  expect([told, book.hasChanges(ann)]).toEqual([[], true])
  book.committed()
  expect(told).toEqual(['ann written', 'bob written'])
  expect([book.hasChanges(ann), book.isSettled]).toEqual([false, true])
})

test('what was to change in a visit that is over is neither written nor waited for', () => {
  const { book, told, wait } = waiting()
  book.writeChange(ann, change, 0, wait('ann'))
  const [first] = book.close(0, false)
  book.writeChange(ann, { name: 'signOff' }, 0, wait('ann'))
  book.writeNumbers(ann, 0, wait('numbers'))
  book.writeChange(bob, change, 0, wait('bob'))
  book.dropChanges(ann)
  expect([changesOf(first), book.hasChanges(ann), book.hasChanges(bob)]).toEqual([[], false, true])
  book.committed()
  expect([...book.close(0, false)].map(changesOf)).toEqual([[], [change]])
  book.committed()
  expect(told).toEqual(['numbers written', 'bob written'])
})

test('when the store fails everything goes on, and is written a second later', () => {
  const { book, told, wait } = waiting()
  book.writeChange(ann, change, 0, wait('ann'))
  book.close(0, false)
  book.failed(10)
  expect(told).toEqual(['ann not written'])
  expect(book.wakeAt(false)).toBe(1_010)
  const [page] = book.close(1_010, false)
  expect([page?.isWhole, changesOf(page)]).toEqual([true, []])
})

test('nobody waits longer than half a second for a store that does not answer', () => {
  const { book, told, wait } = waiting()
  book.writeChange(ann, change, 0, wait('ann'))
  book.close(0, false)
  book.writeBeginning(bob, made, 300, wait('bob'))
  expect(book.wakeAt(false)).toBe(500)
  book.tire(500)
  expect([told, book.wakeAt(false)]).toEqual([['ann not written'], 800])
  book.tire(800)
  book.committed()
  expect(told).toEqual(['ann not written', 'bob not written'])
  const [page] = book.close(800, false)
  expect([page?.made, page?.isWhole]).toEqual([undefined, true])
})

test('a visit is beginning until all that begin have begun', () => {
  const { book, wait } = waiting()
  book.writeBeginning(ann, made, 0, wait('one'))
  book.writeBeginning(ann, made, 0, wait('two'))
  book.endBeginning(ann)
  expect(book.isBeginning(ann)).toBe(true)
  book.endBeginning(ann)
  expect(book.isBeginning(ann)).toBe(false)
})

test('the store hears once a minute that somebody is here', () => {
  const book = new VisitBook()
  expect([book.isDue(0, false, true), book.isDue(0, false, false)]).toEqual([true, false])
  expect([...book.close(0, false)]).toEqual([])
  book.committed()
  expect([book.wakeAt(true), book.wakeAt(false)]).toEqual([60_000, undefined])
  expect([book.isDue(59_999, false, true), book.isDue(60_000, false, true)]).toEqual([false, true])
})

test('who is in a hurry does not wait for the group, unless the store has just failed', () => {
  const book = new VisitBook()
  book.writeNumbers(ann, 0)
  expect(book.wakeAt(false)).toBe(4)
  book.hurry(1)
  expect(book.wakeAt(false)).toBe(1)
  book.close(1, false)
  book.failed(2)
  book.hurry(3)
  expect(book.wakeAt(false)).toBe(1_002)
})

test('an end is written before it happens', () => {
  const { book, told, wait } = waiting()
  book.writeChange(ann, { name: 'signOff' }, 100, wait('ann'))
  const [page] = book.close(100, false)
  expect([changesOf(page), told]).toEqual([[{ name: 'signOff' }], []])
  book.committed()
  expect(told).toEqual(['ann written'])
})
