// Somebody who forges the sources of datagrams: each source sends one thing that makes a node remember something, and is never
// heard of again.
import { v2Server } from '@seekyou/dialect'
import { type Address, type Millis, packAddress } from '@seekyou/language'
import type { Need } from '@seekyou/service'
import { clientFraming, clientPackets, type Schema } from '@seekyou/wire'
import type { Limits } from '../limits.ts'
import { Node, type NodeInput } from '../node.ts'
import { text } from './client.ts'

/**
 * A node that knows nobody, whose store answers at once and whose hasher checks one password in a hundred datagrams, and the flood:
 * `forge` lets one source after another speak, so many in each millisecond, and returns how many datagrams that were.
 */
export function newForgery(
  limits: Limits,
  sourcesPerMs = 100,
): { readonly node: Node; readonly forge: (source: number) => number } {
  const { node, handle } = slowNode(limits)
  return {
    node,
    forge: (source) => {
      const address = packAddress(0x0b00_0000 + source, 1_024 + (source % 1_000))
      const letters = lettersOf(source)
      // A copy, as from a socket: what is sealed shares its memory with what is sealed next.
      for (const bytes of letters) handle(address, bytes.slice(), source / sourcesPerMs)
      return letters.length
    },
  }
}

/** What one forged source sends, in turn: a sign-on and what comes after it, a registration, a check, a profile request, noise. */
function lettersOf(source: number): Uint8Array[] {
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

function slowNode(limits: Limits): { node: Node; handle: (from: Address, bytes: Uint8Array, now: Millis) => void } {
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
