// New inputs from the schemas: valid packets that are about the cast, so that they reach as deep as honest ones.
import {
  clientFraming,
  clientPackets,
  isFault,
  openPeer,
  type PacketValue,
  type PeerChannel,
  peerPackets,
  type Schema,
  serverFraming,
  serverPackets,
  Writer,
} from '@seekyou/wire'
import type { Dice } from '../dice.ts'
import { anyUin, password, players } from './cast.ts'
import type { Input, Way } from './input.ts'

/** A valid packet of any kind. Clients' packets come most often: they are what a server is sent. */
export function compose(dice: Dice): Input {
  const kind = dice.next()
  if (kind < 0.65) return datagram('client', dice)
  return kind < 0.77 ? datagram('server', dice) : frame(dice)
}

const clientSchemas = schemasOf(clientPackets)
const serverSchemas = schemasOf(serverPackets)
const peerSchemas = schemasOf(peerPackets)
const channels: readonly PeerChannel[] = ['message', 'chat', 'file']

const wishes = ['B_USER_DISCONNECTED', 'B_MESSAGE_ACK', 'B_KEEP_ALIVE'].map(latin)
/** Around the limit of one message, and one that no message can hold. */
const longTexts = [449, 450, 451, 1_024, 7_000]
const longListMost = 255

const writer = new Writer()

function datagram(way: 'client' | 'server', dice: Dice): Input {
  const schema = dice.pick(way === 'client' ? clientSchemas : serverSchemas)
  const value = sampleOf(schema, dice)
  const sequence = dice.below(0x1_0000)
  const sealed =
    way === 'client'
      ? clientFraming.seal(schema, value, sequence, anyUin(dice))
      : serverFraming.seal(schema, value, sequence)
  return { way, bytes: sealed.slice() }
}

function frame(dice: Dice): Input {
  const schema = dice.pick(peerSchemas)
  writer.begin()
  schema.encode(writer, sampleOf(schema, dice))
  const bytes = writer.cut().slice()
  const way = dice.chance(0.1) ? dice.pick(channels) : channelOf(schema, bytes)
  return { way, bytes }
}

/** On which channel these bytes are what they were meant to be. */
function channelOf({ name }: Schema, bytes: Uint8Array): Way {
  const fitting = channels.find((channel) => {
    const opened = openPeer(channel, bytes)
    return !isFault(opened) && opened.name === name
  })
  return fitting ?? 'message'
}

/** A valid value that names the cast and knows the words that mean something. */
function sampleOf(schema: Schema, dice: Dice): PacketValue {
  const sample = schema.sample(dice.next)
  const changes: Record<string, unknown> = {}
  for (const { name, field } of schema.fields) {
    if (!(name in sample)) continue
    if (field.type === 'uin') changes[name] = anyUin(dice)
    else if (field.type === 'uins') changes[name] = listOf(dice)
    else if (field.secret && dice.chance(0.6)) changes[name] = password
    else if (field.type === 'text' && schema === clientPackets.sendTextCode) changes[name] = dice.pick(wishes)
    else if (field.type === 'text' && dice.chance(0.02)) changes[name] = new Uint8Array(dice.pick(longTexts)).fill(0x41)
  }
  return { ...sample, ...changes }
}

function listOf(dice: Dice): number[] {
  if (dice.chance(0.5)) return [...players]
  return Array.from({ length: dice.below(dice.chance(0.05) ? longListMost + 1 : 9) }, () => anyUin(dice))
}

function schemasOf(packets: object): readonly Schema[] {
  return Object.values(packets) as Schema[]
}

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
}
