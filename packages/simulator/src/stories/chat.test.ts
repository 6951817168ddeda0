// Two people see what the other types, as it is typed, over wires of all kinds.
import type { PeerNews } from '@seekyou/client'
import { expect, test } from 'vitest'
import type { Citizen } from '../folk/citizen.ts'
import { textOf } from '../folk/profiles.ts'
import { complaintsOf, directCompany } from '../testing/company.ts'
import { goodWires } from '../virtual-wires.ts'

type Pair = [Citizen, Citizen]
type News<Kind extends PeerNews['kind']> = Extract<PeerNews, { kind: Kind }>

const heard = <Kind extends PeerNews['kind']>({ peerNews }: Citizen, kind: Kind): News<Kind>[] =>
  peerNews.filter((news): news is News<Kind> => news.kind === kind)

/** What somebody sees of what the other one types; strokes that are no characters by name. */
const seen = (citizen: Citizen): string =>
  heard(citizen, 'stroked')
    .flatMap(({ strokes }) => strokes)
    .map((stroke) => (stroke.name === 'typed' ? String.fromCharCode(...stroke.text) : `<${stroke.name}>`))
    .join('')

const request = (ann: Citizen, bob: Citizen): void =>
  ann.wish({ name: 'requestChat', id: 1, to: bob.uin, reason: textOf('news'), nick: textOf('Ann') })

const answer = (bob: Citizen, accept: boolean): void => {
  const { id } = heard(bob, 'chatRequested')[0]!
  bob.wish({ name: 'answerChat', id, accept, reason: textOf('not now'), nick: textOf('Bob') })
}

const typing = (text: string) => ({ name: 'typed', text: textOf(text) }) as const

/** Ann (1) and Bob (−1) in a chat. */
function chat() {
  const { town, citizens } = directCompany(2)
  const [ann, bob] = citizens as Pair
  request(ann, bob)
  town.runFor(2_000)
  answer(bob, true)
  town.runFor(2_000)
  const id = heard(bob, 'chatRequested')[0]!.id
  return { town, ann, bob, id }
}

test('a chat from the request to the end: everything typed is seen, both ways, in order', () => {
  const { town, ann, bob, id } = chat()
  expect(heard(bob, 'chatRequested')).toMatchObject([{ from: ann.uin, isProven: true, reason: textOf('news') }])
  expect(heard(ann, 'chatBegan')).toMatchObject([{ id: 1, nick: textOf('Bob') }])
  expect(heard(bob, 'chatBegan')).toMatchObject([{ id, nick: textOf('Ann') }])
  for (const letter of 'hello') {
    ann.wish({ name: 'type', id: 1, strokes: [typing(letter)] })
    town.runFor(100)
  }
  const bell = { name: 'beep', value: { code: 0x07 } } as const
  const newLine = { name: 'newLine', value: { code: 0x0d } } as const
  bob.wish({ name: 'type', id, strokes: [typing('hi'), newLine, bell, typing('there')] })
  town.runFor(2_000)
  expect([seen(bob), seen(ann)]).toEqual(['hello', 'hi<newLine><beep>there'])
  bob.wish({ name: 'leaveChat', id })
  town.runFor(2_000)
  expect(heard(ann, 'chatEnded')).toMatchObject([{ id: 1, because: 'left' }])
  expect(heard(bob, 'chatEnded')).toMatchObject([{ id, because: 'left' }])
  expect(complaintsOf(town)).toEqual([])
})

test('a chat is refused, or the request is taken back', () => {
  const { town, citizens } = directCompany(2)
  const [ann, bob] = citizens as Pair
  request(ann, bob)
  town.runFor(2_000)
  answer(bob, false)
  town.runFor(2_000)
  expect(heard(ann, 'chatEnded')).toEqual([{ kind: 'chatEnded', id: 1, because: 'refused', reason: textOf('not now') }])
  ann.wish({ name: 'requestChat', id: 2, to: bob.uin, reason: textOf(''), nick: textOf('Ann') })
  town.runFor(2_000)
  ann.wish({ name: 'leaveChat', id: 2 })
  town.runFor(2_000)
  expect(heard(ann, 'chatEnded').at(-1)).toMatchObject({ id: 2, because: 'cancelled' })
  expect(heard(bob, 'chatEnded').at(-1)).toMatchObject({ because: 'cancelled' })
  expect(heard(bob, 'chatBegan')).toEqual([])
})

test('there is no chat around the wires: where there is no direct way it does not begin', () => {
  const { town, citizens } = directCompany(2)
  const [ann, bob] = citizens as Pair
  town.wires.conditions = { ...goodWires, unanswered: 1 }
  request(ann, bob)
  town.runFor(60_000)
  expect(ann.peerNews).toMatchObject([{ kind: 'chatEnded', id: 1, because: 'unreachable' }])
  expect(bob.peerNews).toEqual([])
})

test('a chat whose connection breaks is over for both', () => {
  const { town, ann, bob } = chat()
  town.wires.conditions = { ...goodWires, reset: 1 }
  ann.wish({ name: 'type', id: 1, strokes: [typing('hello?')] })
  town.runFor(2_000)
  for (const one of [ann, bob]) expect(heard(one, 'chatEnded')).toMatchObject([{ because: 'left' }])
})

test('of a half-open chat each side learns in the end', () => {
  const { town, ann, bob } = chat()
  town.wires.conditions = { ...goodWires, silenced: 1 }
  ann.wish({ name: 'type', id: 1, strokes: [typing('hello?')] })
  town.runFor(5 * 60_000)
  expect(heard(ann, 'chatEnded')).toMatchObject([{ because: 'left' }])
  town.runFor(3 * 60 * 60_000)
  expect(heard(bob, 'chatEnded')).toMatchObject([{ because: 'left' }])
  expect(seen(bob)).toBe('')
})

test('slow and jittery wires in small pieces change nothing of what is typed', () => {
  const { town, ann, bob } = chat()
  town.wires.conditions = { ...goodWires, delayMs: 500, jitterMs: 3_000, pieceMax: 2 }
  const font = { code: 0x10, fontName: textOf('Arial'), fontEncoding: 0 } as const
  let typed = ''
  for (let count = 0; count < 50; count++) {
    ann.wish({ name: 'type', id: 1, strokes: [typing(`line ${count} `), { name: 'font', value: font }] })
    typed += `line ${count} <font>`
    town.runFor(700)
  }
  town.runFor(120_000)
  expect(seen(bob)).toBe(typed)
})
