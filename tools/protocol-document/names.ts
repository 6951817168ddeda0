import { clientPackets, peerPackets, type Schema, serverPackets } from '@seekyou/wire'

export type ClientName = keyof typeof clientPackets
export type ServerName = keyof typeof serverPackets
export type PeerName = keyof typeof peerPackets

/** Who says a packet. */
export type Side = 'client' | 'server' | 'peer'

/** Every schema of one side, in the order of the catalogue. */
export const schemasOf: Readonly<Record<Side, readonly Schema[]>> = {
  client: Object.values<Schema>(clientPackets),
  server: Object.values<Schema>(serverPackets),
  peer: Object.values<Schema>(peerPackets),
}

/** The page on which a side's packets stand, from `docs/protocol`. */
export const pageOf: Readonly<Record<Side, string>> = {
  client: 'commands/from-client.md',
  server: 'commands/from-server.md',
  peer: 'commands/from-peer.md',
}

/** The schema of that name. A name that is in no catalogue does not compile. */
export function schemaNamed(side: 'client', name: ClientName): Schema
export function schemaNamed(side: 'server', name: ServerName): Schema
export function schemaNamed(side: 'peer', name: PeerName): Schema
export function schemaNamed(side: Side, name: string): Schema
export function schemaNamed(side: Side, name: string): Schema {
  const schema = schemasOf[side].find((schema) => schema.name === name)
  if (!schema) throw new Error(`no ${side} sends a packet called ${name}`)
  return schema
}

/** The code as documents show it: four digits for commands, two for operations, none for the frames of a chat. */
export function codeOf({ code, name, from }: Schema): string {
  if (/^chat(Hello|Welcome|Font)$/.test(name)) return ''
  return hexadecimal(code, from === 'peer' && code < 0x100 ? 2 : 4)
}

/** What a packet's section is called. */
export const headingOf = (schema: Schema): string => `${codeOf(schema)} ${schema.name}`.trim()

const hexadecimal = (value: number, width: number): string => value.toString(16).toUpperCase().padStart(width, '0')
