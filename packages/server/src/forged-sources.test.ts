// Somebody who forges the sources of datagrams can make a server remember only so much.
import { v2Server } from '@seekyou/dialect'
import { type Address, packAddress } from '@seekyou/language'
import type { Need } from '@seekyou/service'
import { clientFraming, clientPackets, type Schema } from '@seekyou/wire'
import { expect, test } from 'vitest'
import { badPlacesMax } from './bad-places.ts'
import { failuresMax } from './failures.ts'
import { ownersMax } from './gate.ts'
import { type Limits, limitsOn } from './limits.ts'
import { Node, type NodeInput } from './node.ts'
import { pursesMax } from './purse.ts'
import { text } from './testing/client.ts'
import { wizardMax } from './wizard.ts'

const sources = 200_000

test.each([
  ['on', limitsOn],
  ['on, but far more strangers', { ...limitsOn, strangersPerSecond: 150_000 }],
])(
  '200,000 forged sources fill no table beyond its bound: limits %s',
  (_, limits) => {
    const { node, handle } = slowNode(limits)
    let largest: Record<string, number> = {}
    for (let source = 0; source < sources; source++) {
      const address = packAddress(0x0b00_0000 + source, 1_024 + (source % 1_000))
      for (const bytes of letters(source)) handle(address, bytes, source / 100)
      if (source % 1_000 === 0) largest = greater(largest, node.sizes)
    }
    expect(largest.purses).toBeLessThanOrEqual(pursesMax)
    expect(largest.failures).toBeLessThanOrEqual(2 * failuresMax)
    expect(largest.badPlaces).toBeLessThanOrEqual(badPlacesMax)
    expect(largest.places).toBeLessThanOrEqual(ownersMax)
    expect(largest.wizard).toBeLessThanOrEqual(wizardMax)
    expect(largest.waiting).toBeLessThanOrEqual(8_192 + 2_048 + 512)
    expect(largest.checking).toBeLessThanOrEqual(64 + 2_048 + 512)
    expect(largest.signOns).toBeLessThanOrEqual(64 + 2_048 + 512)
    expect(largest.errands).toBeLessThanOrEqual(64 + 30)
    expect(largest.waitingBytes).toBeLessThanOrEqual(2_097_152)
    expect(largest.registrations).toBeLessThanOrEqual(10_000)
    expect(largest.strangers).toBeLessThanOrEqual(limits.strangersPerSecond)
    expect(largest.sentBack).toBeLessThanOrEqual(20_000)
    expect(largest.refusals).toBeLessThanOrEqual(20_000)
    expect(largest.fights).toBeLessThanOrEqual(10_000)
    expect([node.size, node.counters.bugs]).toEqual([0, 0])
  },
  120_000,
)

/** What one forged source sends, in turn: a sign-on and what comes after it, a registration, a check, a profile request, noise. */
function letters(source: number): Uint8Array[] {
  const uin = 100_000 + source
  const seal = (schema: unknown, value: object): Uint8Array =>
    clientFraming.seal(schema as Schema<object>, value, source & 0xffff, uin)
  const password = text(`no ${source % 10}`)
  switch (source % 5) {
    case 0: {
      const login = clientPackets.login.sample(() => 0.5)
      const message = { to: 1_001, kind: 1, text: new Uint8Array(400).fill(120) }
      return [seal(clientPackets.login, { ...login, password }), seal(clientPackets.sendMessage, message)]
    }
    case 1:
      return [seal(clientPackets.newUserReg, { regSeq: 2, password, build: 0x72, zero: 0 })]
    case 2:
      return [seal(clientPackets.preAuth, { connId: 1, uin, password })]
    case 3:
      return [seal(clientPackets.extInfoRequest, { subSeq: 1, target: uin })]
    default:
      return [Uint8Array.of(2, 0, source & 255, (source >> 8) & 255, 1, 0, 1, 2, 3, 4, 5, 6, 7)]
  }
}

/** A node whose store answers at once and knows nobody, and whose hasher checks one password in a hundred datagrams. */
function slowNode(limits: Limits): { node: Node; handle: (from: Address, bytes: Uint8Array, now: number) => void } {
  const node = new Node({
    dialects: [v2Server()],
    nextMessageId: 1,
    registration: 'open',
    isNear: () => true,
    direct: 'off',
    enforcesAuthorization: false,
    welcome: undefined,
    firstSequence: 'spec',
    random: () => 0,
    limits,
    wall: (now) => now,
  })
  const passwords: { readonly id: number; readonly need: Need }[] = []
  let handled = 0
  const take = (input: NodeInput, now: number): void => {
    for (const outcome of node.handle(input, now)) {
      if (outcome.kind !== 'need') continue
      const { id, need } = outcome
      if (need.name === 'findAccount') take({ kind: 'met', id, answer: undefined }, now)
      else if (need.name === 'createAccount') take({ kind: 'met', id, answer: undefined }, now)
      else passwords.push({ id, need })
    }
  }
  return {
    node,
    handle: (from, bytes, now) => {
      take({ kind: 'datagram', from, bytes }, now)
      handled += 1
      const next = handled % 100 === 0 ? passwords.shift() : undefined
      if (next) take({ kind: 'met', id: next.id, answer: next.need.name === 'hashPassword' ? 'hash' : false }, now)
    },
  }
}

const greater = (one: Record<string, number>, two: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(two).map(([name, size]) => [name, Math.max(size, one[name] ?? 0)]))
