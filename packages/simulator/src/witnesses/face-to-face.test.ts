// The witnesses of what goes without the server complain when they should.
import { uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { textOf } from '../folk/profiles.ts'
import { FaceToFace } from './face-to-face.ts'
import { Keepsakes } from './keepsakes.ts'

const [ann, bob] = [uin(1_001), uin(1_002)]
const textNo = (id: number) => textOf(`No. ${id} hello`)

/** Ann has written messages 1 and 2 to Bob. */
function wrote() {
  const complaints: string[] = []
  const witness = new FaceToFace((_, __, sentence) => complaints.push(sentence))
  for (const id of [1, 2]) witness.wrote(ann, bob, id, 0, textNo(id))
  const show = (id: number, text = textNo(id), direct = true): void =>
    witness.shown(bob, { from: ann, text, stored: false, direct }, 0)
  return { witness, show, complaints }
}

test('shown in order, and then acknowledged: nothing to complain of', () => {
  const { witness, show, complaints } = wrote()
  for (const id of [1, 2]) {
    show(id)
    witness.accepted(ann, id, 0, true)
  }
  expect([complaints, witness.count]).toEqual([[], 2])
})

test('acknowledged and not shown', () => {
  const { witness, show, complaints } = wrote()
  show(1, textNo(1), false)
  witness.accepted(ann, 1, 0, true)
  expect(complaints).toEqual(['1001 was told that message 1 has arrived directly, and it was not shown'])
})

test('shown otherwise than it was written', () => {
  const { show, complaints } = wrote()
  show(1, textOf('No. 1 hallo'))
  expect(complaints).toEqual(['message 1 was not shown to 1002 as it was written'])
})

test('shown before an earlier one, unless that has gone another way or was given up', () => {
  const early = wrote()
  early.show(2)
  expect(early.complaints).toEqual(['message 2 was shown directly to 1002 before message 1'])
  const around = wrote()
  around.witness.accepted(ann, 1, 0, false)
  around.show(2)
  const givenUp = wrote()
  givenUp.witness.gaveUp(ann, 1)
  givenUp.show(2)
  expect([around.complaints, givenUp.complaints]).toEqual([[], []])
})

test('a file or a piece of a chat that is not what was sent', () => {
  const complaints: string[] = []
  const witness = new Keepsakes((_, __, sentence) => complaints.push(sentence))
  witness.received(bob, { what: 'file a', sent: textOf('abc'), received: textOf('abc') }, 0)
  witness.received(bob, { what: 'file b', sent: textOf('abc'), received: textOf('abd') }, 0)
  witness.received(bob, { what: 'chat 1', sent: textOf('ab'), received: textOf('abc') }, 0)
  expect([complaints, witness.count]).toEqual([
    ['1002 received file b otherwise than it was sent', '1002 received chat 1 otherwise than it was sent'],
    1,
  ])
})
