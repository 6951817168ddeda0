import { emptyExtInfo, emptyInfo, type Uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import type { Answer } from '../needs.ts'
import { ann, bob, nobody } from '../testing/fixtures.ts'
import { findEither } from './find-either.ts'

const profile: Answer<'findProfile'> = { info: emptyInfo, extInfo: emptyExtInfo }

/** Who is found among these, and who was asked for. */
function found(question: { uin: Uin; otherwise?: Uin }, ...known: readonly Uin[]) {
  const asked: Uin[] = []
  const finding = findEither(question)
  let step = finding.next()
  while (!step.done) {
    const { uin } = step.value as { uin: Uin }
    asked.push(uin)
    step = finding.next((known.includes(uin) ? profile : undefined) as never)
  }
  return { uin: step.value?.uin, asked }
}

test('the number itself comes first, another only if nobody has it', () => {
  expect(found({ uin: ann, otherwise: bob }, ann, bob)).toEqual({ uin: ann, asked: [ann] })
  expect(found({ uin: nobody, otherwise: bob }, ann, bob)).toEqual({ uin: bob, asked: [nobody, bob] })
  expect(found({ uin: nobody, otherwise: ann }, bob)).toEqual({ uin: undefined, asked: [nobody, ann] })
  expect(found({ uin: nobody }, ann)).toEqual({ uin: undefined, asked: [nobody] })
})
