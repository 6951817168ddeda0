import type { Address } from '@seekyou/language'
import type { NodeOutcome } from '@seekyou/server'
import { expect, test } from 'vitest'
import { Dice } from '../dice.ts'
import { broken, type Fault, isAck, sequenceCode } from '../testing/broken-node.ts'
import type { MakeNode } from '../virtual-server.ts'
import { compose } from './compose.ts'
import { Endpoint, type LimitsMode } from './endpoint.ts'
import { mutate } from './mutate.ts'
import { placesOf } from './places.ts'

function run(packets: number, limits: LimitsMode, makeNode?: MakeNode): Set<string> {
  const dice = new Dice(11)
  const endpoint = new Endpoint(dice.split('endpoint'), limits, makeNode)
  const answers = new Set<string>()
  for (let packet = 0; packet < packets; packet++) {
    const input = compose(dice)
    if (input.way !== 'client') continue
    const isWhole = dice.chance(0.5)
    const bytes = isWhole ? input.bytes : mutate(input.bytes, placesOf(input), input.bytes, dice)
    answers.add(endpoint.try(bytes))
  }
  return answers
}

test('an honest node keeps its promises, and gives answers of every kind', () => {
  const answers = run(6_000, 'off')
  for (const answer of [
    'keepAlive → ack',
    'unknown → ack',
    'header → nothing',
    'ack → nothing',
    'login → ack loginReply',
    'newUserReg → ack newUserUin',
    'preAuth → ack preAuthReply',
    'searchUin → ack userFound endOfSearch',
    'contactList → ack userOnline endOfContacts',
    'without a link keepAlive → notConnected',
    'without a link unknown → nothing',
    'without a link header → nothing',
  ]) {
    expect(answers).toContain(answer)
  }
})

test('a node with its ordinary limits has no bug and stays modest', () => {
  expect(run(3_000, 'on').size).toBeGreaterThan(50)
})

/** True one time in so many. */
function nowAndThen(times: number): () => boolean {
  let count = 0
  return () => ++count % times === 0
}

test.each<[string, () => Fault, string]>([
  [
    'forgets an ACK',
    () => {
      const isTime = nowAndThen(100)
      return { says: (outcome) => (isAck(outcome) && isTime() ? [] : [outcome]) }
    },
    'was acknowledged 0 times instead of 1',
  ],
  [
    'acknowledges twice',
    () => {
      const isTime = nowAndThen(100)
      return { says: (outcome) => (isAck(outcome) && isTime() ? [outcome, outcome] : [outcome]) }
    },
    'answer what cannot be understood|was acknowledged \\d+ times|cannot sign on',
  ],
  [
    'answers what it does not understand',
    () => ({
      says: (outcome) => (isAck(outcome) && outcome.kind === 'transmit' ? [outcome, notice(outcome.to)] : [outcome]),
    }),
    'answer what cannot be understood|bytes for a stranger',
  ],
  [
    'is generous to strangers',
    () => ({
      says: (outcome) =>
        outcome.kind === 'transmit' && sequenceCode(outcome.datagram)[1] === notConnected
          ? [outcome, outcome, outcome]
          : [outcome],
    }),
    'bytes for a stranger',
  ],
  [
    'has a bug',
    () => {
      const isTime = nowAndThen(300)
      return { says: (outcome) => [outcome, ...(isTime() ? [{ kind: 'note', note: bug } as const] : [])] }
    },
    'the sky falls',
  ],
  [
    'never stores anything',
    () => ({ says: (outcome) => (outcome.kind === 'need' && outcome.need.name === 'commit' ? [] : [outcome]) }),
    'messages are not safe after a second|was acknowledged',
  ],
])('a node that %s is noticed', (_, fault, sentence) => {
  expect(() => run(6_000, 'off', broken(fault()))).toThrow(new RegExp(sentence))
})

const notConnected = 0x00f0
const bug = { what: 'bug', error: new Error('the sky falls') } as const

/** Something that nobody asked for. */
const notice = (to: Address): NodeOutcome => ({ kind: 'transmit', to, datagram: Uint8Array.of(2, 0, 0xc2, 1, 0, 0) })
