import { expect, test } from 'vitest'
import { moved, withGroup, withRenamed } from './group-order.ts'

const groups = ['Friends', 'Работа', 'Bots']

test('a new group goes to the end, unless its name is empty or taken', () => {
  expect(withGroup(groups, ' Family ')).toEqual([...groups, 'Family'])
  expect(withGroup(groups, '  ')).toBe('empty')
  expect(withGroup(groups, 'работа')).toBe('taken')
})

test('a group keeps its place under another name', () => {
  expect(withRenamed(groups, 'Работа', 'Work')).toEqual(['Friends', 'Work', 'Bots'])
  expect(withRenamed(groups, 'Работа', 'РАБОТА')).toEqual(['Friends', 'РАБОТА', 'Bots'])
  expect(withRenamed(groups, 'Работа', 'bots')).toBe('taken')
  expect(withRenamed(groups, 'Работа', '')).toBe('empty')
})

test('groups change places', () => {
  expect(moved(groups, 1, -1)).toEqual(['Работа', 'Friends', 'Bots'])
  expect(moved(groups, 1, 1)).toEqual(['Friends', 'Bots', 'Работа'])
  expect(moved(groups, 0, -1)).toBe(groups)
  expect(moved(groups, 2, 1)).toBe(groups)
})
