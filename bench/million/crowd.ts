// Clients of version 2 at virtual addresses, for one node in the same process: no sockets, no objects of their own, so that nearly
// all memory of the process is the node's. They do what real clients do: sign on, announce their contacts, fetch what is
// stored, acknowledge everything, keep alive, write.
import { v2Server } from '@seekyou/dialect'
import { type Address, ipOf, type Millis, packAddress } from '@seekyou/language'
import { limitsOn, Node, type NodeInput } from '@seekyou/server'
import type { Need } from '@seekyou/service'
import { clientFraming, clientPackets, type Schema, serverPackets } from '@seekyou/wire'
import { firstUin } from '../subjects.ts'
import { answerNeed } from './light-store.ts'
import type { Meter } from './meter.ts'

export interface CrowdSize {
  readonly users: number
  /** Of each user; as many have each user on their list. */
  readonly contacts: number
}

/** 10.0.0.0 */
const firstIp = 0x0a00_0000
const port = 4_000
/** A clock has fractions of milliseconds, which cost more memory than whole numbers. */
const begunAt: Millis = 86_400_123.456_7
/** So many clients speak in one step. */
const together = 100
const text = new Uint8Array(64).fill(0x61)
const password = new Uint8Array(8).fill(0x61)

export class Crowd {
  readonly node: Node
  now = begunAt
  /** Messages that arrived, and commands that were acknowledged. */
  arrived = 0
  acknowledged = 0
  readonly #size: CrowdSize
  readonly #look: (need: Need) => void
  readonly #sequences: Uint16Array
  /** Whoever speaks next signed on so many places later: nobody's memory is near to that of the one before. */
  readonly #stride: number
  #speaker = 0

  /** `look` is shown what the node asks its store for. */
  constructor(size: CrowdSize, look: (need: Need) => void = () => {}) {
    this.#size = size
    this.#look = look
    this.#sequences = new Uint16Array(size.users)
    this.#stride = strideOver(size.users)
    this.node = new Node({
      dialects: [v2Server()],
      nextMessageId: 1,
      registration: 'closed',
      limits: limitsOn,
      direct: 'lan',
      enforcesAuthorization: false,
      welcome: undefined,
      firstSequence: 'spec',
      random: () => 0.5,
      wall: (now) => now,
      isNear: () => true,
    })
  }

  /** Everybody signs on, one after another. */
  *signOn(within: Millis, meter: Meter): Iterable<void> {
    let next = 0
    yield* this.#steps(this.#size.users, within, meter, () => this.#login(next++))
  }

  /** Each client keeps alive once. */
  *keepAlive(within: Millis, meter: Meter): Iterable<void> {
    yield* this.#steps(this.#size.users, within, meter, () =>
      this.#command(this.#nextSpeaker(), clientPackets.keepAlive, {}),
    )
  }

  /** So many messages to one contact each; `within` is for as many messages as there are users. */
  *write(messages: number, within: Millis, meter: Meter): Iterable<void> {
    const { users, contacts } = this.#size
    let count = 0
    yield* this.#steps(messages, (within * messages) / users, meter, () => {
      const client = this.#nextSpeaker()
      const to = this.#contactOf(client, count++ % contacts)
      return this.#command(client, clientPackets.sendMessage, { to: firstUin + to, kind: 1, text })
    })
  }

  /** Nothing happens but what the node itself wants to do. */
  *pass(ms: Millis, meter: Meter): Iterable<void> {
    const until = this.now + ms
    for (let at = this.node.wakeAt; at !== undefined && at <= until; at = this.node.wakeAt) {
      this.now = Math.max(at, Math.min(this.now + 1, until))
      this.#exchange([{ kind: 'wake' }], meter)
      yield
    }
    this.now = until
  }

  *#steps(count: number, within: Millis, meter: Meter, say: () => NodeInput): Iterable<void> {
    const begun = this.now
    for (let said = 0; said < count; ) {
      const inputs: NodeInput[] = []
      for (; inputs.length < together && said < count; said++) inputs.push(say())
      this.#exchange(inputs, meter)
      this.now = begun + (within * said) / count
      while ((this.node.wakeAt ?? Number.POSITIVE_INFINITY) <= this.now) this.#exchange([{ kind: 'wake' }], meter)
      yield
    }
  }

  /** Hands datagrams to the node, and what clients and store answer, until nobody has anything to say. */
  #exchange(inputs: readonly NodeInput[], meter: Meter): void {
    const { node, now } = this
    for (let wave = inputs; wave.length > 0; ) {
      const outcomes: ReturnType<Node['handle']>[] = []
      meter.measure(wave.length, (index) => outcomes.push(node.handle(wave[index]!, now)))
      const next: NodeInput[] = []
      for (const some of outcomes) {
        for (const outcome of some) {
          if (outcome.kind === 'transmit') this.#hear(outcome.to, outcome.datagram, next)
          else if (outcome.kind === 'need') {
            this.#look(outcome.need)
            next.push({ kind: 'met', id: outcome.id, answer: answerNeed(outcome.need) })
          } else if (outcome.note.what !== 'signedOn') throw new Error(`the node says ${JSON.stringify(outcome.note)}`)
        }
      }
      wave = next
    }
  }

  #hear(address: Address, datagram: Uint8Array, next: NodeInput[]): void {
    const client = ipOf(address) - firstIp
    const code = datagram[2]! | (datagram[3]! << 8)
    const sequence = datagram[4]! | (datagram[5]! << 8)
    if (code === serverPackets.ack.code) {
      this.acknowledged += 1
      return
    }
    next.push({ kind: 'datagram', from: address, bytes: clientFraming.ack(sequence, firstUin + client) })
    if (code === serverPackets.deliveredMessage.code) this.arrived += 1
    if (code !== serverPackets.loginReply.code) return
    const uins = Array.from({ length: this.#size.contacts }, (_, index) => firstUin + this.#contactOf(client, index))
    next.push(this.#command(client, clientPackets.contactList, { uins }))
    next.push(this.#command(client, clientPackets.requestStoredMessages, {}))
  }

  #login(client: number): NodeInput {
    return this.#command(client, clientPackets.login, {
      tcpPort: port,
      password,
      clientBuild: 0x72,
      clientBuildHigh: 0,
      localIp: firstIp + client,
      tcpFlag: 4,
      status: 0,
      tcpVersion: 3,
      loginSeq: 2,
      x4: 0,
      x5Low: 4,
      x5Build: 0x72,
    })
  }

  #command<Value extends object>(client: number, schema: Schema<Value>, value: Value): NodeInput {
    this.#sequences[client]! += 1
    const sequence = this.#sequences[client]!
    const bytes = clientFraming.seal(schema, value, sequence, firstUin + client)
    return { kind: 'datagram', from: packAddress(firstIp + client, port), bytes }
  }

  #nextSpeaker(): number {
    this.#speaker = (this.#speaker + this.#stride) % this.#size.users
    return this.#speaker
  }

  #contactOf(client: number, index: number): number {
    const { users, contacts } = this.#size
    const apart = Math.floor(((index + 1) * (users - 1)) / (contacts + 1))
    return (client + apart) % users
  }
}

/** A step that comes to everybody once before it comes to anybody again. */
function strideOver(users: number): number {
  let stride = Math.max(1, Math.floor(users * 0.618))
  while (greatestDivisor(stride, users) > 1) stride += 1
  return stride
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b))
