import { expect, test } from 'vitest'
import { type NodePath, shouldIgnore } from './words.ts'

const text = { type: 'StringLiteral' }

const argument = (name: string, key: number, node: NodePath['node'] = text): NodePath => ({
  node,
  parent: { type: 'CallExpression', callee: { type: 'Identifier', name } },
  key,
  listKey: 'arguments',
})

/** The text that this property of an object has. */
function property(name: string, object?: NodePath): NodePath {
  const node = { type: 'ObjectProperty', key: { type: 'Identifier', name } }
  return { node: text, parent: node, parentPath: { node, parentPath: object ?? null }, key: 'value' }
}

const names = (of: string) => property('1', argument(of, 1, { type: 'ObjectExpression' }))

test.each([
  ['a summary', argument('packet', 2)],
  ['a note', argument('note', 1)],
  ['the name of a constant', argument('fixed', 2)],
  ['the name of a choice', names('choice')],
  ['evidence', property('evidence')],
])('%s is for people', (_, path) => {
  expect(shouldIgnore(path)).toBe('a text for people')
})

test.each([
  ['the name of a packet', argument('packet', 0)],
  ['the side of a packet', property('from')],
  ['the text of another function', argument('showStatus', 2)],
  ['a property of what another function is given', names('unpack')],
  ['anything but a text', argument('note', 1, { type: 'ArrowFunctionExpression' })],
])('%s is not', (_, path) => {
  expect(shouldIgnore(path)).toBeUndefined()
})
