import { type PacketValue, packet, type Schema } from '../kit/index.ts'
import * as client from './client/index.ts'
import * as server from './server/index.ts'

/** The schemas of every version 2 command that clients send, by name, in the order of their codes (docs/protocol/commands.md). */
export const clientPackets: typeof client = inOrder(client)

/** The schemas of every version 2 command that servers send, by name, in the order of their codes (docs/protocol/commands.md). */
export const serverPackets: typeof server = inOrder(server)

/** The schema of a command from a client, or undefined when version 2 has no such command. */
export const clientByCode: (code: number) => Schema | undefined = byCode(client)

/** The schema of a command from a server, or undefined when version 2 has no such command. */
export const serverByCode: (code: number) => Schema | undefined = byCode(server)

/** A schema for a command that nobody knows: all its bytes trail, so that it survives being decoded and encoded. */
export function unknownPacket(code: number, from: 'client' | 'server' | 'peer'): Schema {
  const summary = 'A command that is not in the catalogue.'
  return packet('unknown', code, summary, {}, { from, confidence: 'guess', evidence: 'none' }) as Schema<PacketValue>
}

function inOrder<Schemas extends object>(schemas: Schemas): Schemas {
  const entries: [string, Schema][] = Object.entries(schemas)
  return Object.fromEntries(entries.sort(([, a], [, b]) => a.code - b.code)) as Schemas
}

function byCode(schemas: Readonly<Record<string, Schema>>): (code: number) => Schema | undefined {
  const byCode = new Map<number, Schema>()
  for (const schema of Object.values(schemas)) byCode.set(schema.code, schema)
  return (code) => byCode.get(code)
}
