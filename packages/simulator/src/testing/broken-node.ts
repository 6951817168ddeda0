// Nodes that break promises, so that the witnesses can be tested.
import { v2Client, v2Server } from '@seekyou/dialect'
import type { Address, Event, Intent } from '@seekyou/language'
import { Node, type NodeInput, type NodeOutcome } from '@seekyou/server'
import { clientFraming, isFault, serverFraming } from '@seekyou/wire'
import type { MakeNode, NodeLike } from '../virtual-server.ts'

/** What a broken node does to what comes and goes. */
export interface Fault {
  /** Instead of an input, these. */
  hears?(input: NodeInput): readonly NodeInput[]
  /** Instead of an outcome, these; `hear` hands the node something behind everybody's back. */
  says?(outcome: NodeOutcome, hear: (input: NodeInput) => void): readonly NodeOutcome[]
  /** What it counts. */
  counts?(counters: NodeLike['counters']): NodeLike['counters']
}

/** A node with a fault. */
export function broken(fault: Fault): MakeNode {
  return (options) => {
    const node = new Node(options)
    const handle = (input: NodeInput, now: number): NodeOutcome[] => {
      const outcomes: NodeOutcome[] = []
      const secrets: NodeInput[] = []
      for (const heard of fault.hears?.(input) ?? [input]) {
        for (const outcome of node.handle(heard, now)) {
          outcomes.push(...(fault.says?.(outcome, (secret) => secrets.push(secret)) ?? [outcome]))
        }
      }
      for (const secret of secrets) outcomes.push(...handle(secret, now))
      return outcomes
    }
    return {
      handle,
      get wakeAt() {
        return node.wakeAt
      },
      get counters() {
        return fault.counts?.(node.counters) ?? node.counters
      },
      get size() {
        return node.size
      },
      get present() {
        return node.present
      },
      get expectedBack() {
        return node.expectedBack
      },
      get isAtRest() {
        return node.isAtRest
      },
      get isSettled() {
        return node.isSettled
      },
    }
  }
}

const client = v2Client()
const server = v2Server()

/** What a datagram of the server says; undefined for ACKs. */
export function eventIn(outcome: NodeOutcome): Event | undefined {
  if (outcome.kind !== 'transmit') return undefined
  const frame = serverFraming.open(outcome.datagram)
  const heard = isFault(frame) ? 'unknown' : client.hear(frame)
  return heard !== 'unknown' && 'event' in heard ? heard.event : undefined
}

/** What a datagram to the server says. */
export function intentIn(input: NodeInput): Intent | undefined {
  if (input.kind !== 'datagram') return undefined
  const frame = clientFraming.open(input.bytes)
  const heard = isFault(frame) ? 'unknown' : server.hear(frame)
  return heard !== 'unknown' && 'intent' in heard ? heard.intent : undefined
}

export const isAck = (outcome: NodeOutcome): boolean =>
  outcome.kind === 'transmit' && sequenceCode(outcome.datagram)[1] === 0x0a

/** The sequence number and command of a datagram. */
export const sequenceCode = (datagram: Uint8Array): readonly [sequence: number, code: number] => [
  datagram[4]! | (datagram[5]! << 8),
  datagram[2]! | (datagram[3]! << 8),
]

/** The recipient's ACK of a datagram that the server sent, as if it had come. */
export function ackOf(to: Address, datagram: Uint8Array, uin: number): NodeInput {
  return { kind: 'datagram', from: to, bytes: clientFraming.ack(sequenceCode(datagram)[0], uin) }
}

/** The datagram under another number. */
export function renumbered(datagram: Uint8Array, sequence: number): Uint8Array {
  const copy = datagram.slice()
  copy[4] = sequence
  copy[5] = sequence >>> 8
  return copy
}
