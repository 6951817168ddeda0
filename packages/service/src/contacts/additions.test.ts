import { type Intent, messageKind, systemUin, type Uin, uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { carryOut } from '../handlers.ts'
import { textOf } from '../testing/fixtures.ts'
import { Stage } from '../testing/stage.ts'

const [ann, bob] = [uin(1_001), uin(1_002)]
const spoken = (bytes: Uint8Array) => String.fromCharCode(...bytes)

function stageOf(): Stage {
  const stage = new Stage()
  const info = {
    nick: textOf('Ann\xfe'),
    first: textOf('Anna'),
    last: textOf('Lee'),
    email: textOf('ann@mail.example'),
  }
  stage.enter(ann, { info })
  stage.enter(bob)
  return stage
}
const say = ({ presence, now }: Stage, intent: Intent<'addContact' | 'sendMessage'>) =>
  carryOut(intent, { user: ann, now, wall: 5, presence })
const add = (stage: Stage, uin: Uin) => say(stage, { name: 'addContact', uin })
const tell = (stage: Stage, to: Uin, kind: number = messageKind.youWereAdded) =>
  say(stage, { name: 'sendMessage', to, kind, text: textOf('a\xfeb\xfec\xfed\xfe1') }).messages ?? []

test('whoever is added is shown, and told by whom', () => {
  const { answers, messages } = add(stageOf(), bob)
  expect(answers).toMatchObject([{ name: 'contactOnline', uin: bob }])
  expect(messages).toMatchObject([{ to: bob, from: ann, kind: 0x0c, at: 5 }])
  expect(spoken(messages![0]!.text)).toBe('Ann\xde\xfeAnna\xfeLee\xfe\xfe1')
})

test('the e-mail address is told when it is published, and that one wants to be asked', () => {
  const stage = stageOf()
  const info = { email: textOf('ann@mail.example'), needsAuthorization: true }
  stage.enter(ann, { info, settings: { publishesEmail: true } })
  expect(spoken(add(stage, bob).messages![0]!.text)).toBe('Nick 1001\xfe\xfe\xfeann@mail.example\xfe0')
})

test('somebody who is away or invisible is told too, and not shown', () => {
  const stage = stageOf()
  stage.be(bob, 0x100)
  const absent = uin(1_003)
  for (const contact of [bob, absent]) {
    const { answers, messages } = add(stage, contact)
    expect([answers, messages?.length]).toEqual([[], 1])
  }
})

test('nobody is told that they have added themselves, and the server is told nothing', () => {
  const stage = stageOf()
  expect(add(stage, ann)).toMatchObject({ answers: [{ name: 'contactOnline', uin: ann }], messages: [] })
  expect(add(stage, systemUin)).toMatchObject({ answers: [], messages: [] })
})

test('one is told once in a minute', () => {
  const stage = stageOf()
  add(stage, bob)
  stage.now = 59_999
  expect(add(stage, bob).messages).toEqual([])
  stage.now = 60_000
  expect(add(stage, bob).messages).toHaveLength(1)
})

test.each([messageKind.youWereAdded, 0x8000 | messageKind.youWereAdded])(
  'what the client tells itself (%i) the server does not tell, and the other way round',
  (kind) => {
    const stage = stageOf()
    expect(tell(stage, bob, kind)).toHaveLength(1)
    expect(add(stage, bob).messages).toEqual([])
    expect(tell(stage, bob, kind)).toHaveLength(1)
    stage.now = 60_000
    add(stage, bob)
    stage.now = 119_999
    expect(tell(stage, bob, kind)).toEqual([])
    stage.now = 120_000
    expect(tell(stage, bob, kind)).toHaveLength(1)
  },
)

test.each([99, 100, 101])('of %i additions at most a hundred are remembered', (count) => {
  const stage = stageOf()
  for (let index = 0; index < count; index++) add(stage, uin(5_000 + index))
  expect(stage.presence.get(ann)?.additions?.size).toBe(Math.min(count, 100))
  expect(add(stage, uin(5_000)).messages).toHaveLength(count > 100 ? 1 : 0)
})

test('an addition beyond the limit of contacts is told to the contact and shows nothing', () => {
  const stage = new Stage({ contactsMax: 1 })
  stage.enter(ann)
  stage.enter(bob)
  stage.watch(ann, uin(5_000))
  expect(add(stage, bob)).toMatchObject({ answers: [], messages: [{ to: bob }] })
})
