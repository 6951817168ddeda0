// A conversation as data, and how it becomes a sequence diagram. Packets are named as in the catalogue, so that a diagram
// cannot speak of one that does not exist.
import type { Schema } from '@seekyou/wire'
import { block } from './markdown.ts'
import { type ClientName, headingOf, type PeerName, type ServerName, schemaNamed } from './names.ts'

/** One conversation: what happens, and what is worth knowing about it. */
export interface Flow {
  readonly title: string
  /** Paragraphs above the diagram. */
  readonly about: readonly string[]
  readonly steps: readonly Step[]
  /** Paragraphs below it: quirks, reasons, what is unknown. */
  readonly notes?: readonly string[]
}

export type Step =
  | { readonly from: string; readonly to: string; readonly schema: Schema; readonly remark: string | undefined }
  | { readonly over: string; readonly remark: string }

/** Somebody says a packet to the server. */
export const says = (who: string, packet: ClientName, remark?: string): Step => ({
  from: who,
  to: 'server',
  schema: schemaNamed('client', packet),
  remark,
})

/** Somebody hears a packet from the server. */
export const hears = (who: string, packet: ServerName, remark?: string): Step => ({
  from: 'server',
  to: who,
  schema: schemaNamed('server', packet),
  remark,
})

/** One client says a frame to another, over TCP. */
export const tells = (from: string, to: string, packet: PeerName, remark?: string): Step => ({
  from,
  to,
  schema: schemaNamed('peer', packet),
  remark,
})

/** Somebody does something that is no packet. */
export const remark = (over: string, remark: string): Step => ({ over, remark })

/** The flow as a Mermaid sequence diagram: dashed arrows are ACKs. */
export function diagram({ steps }: Flow): string {
  const people = new Set(steps.flatMap((step) => ('over' in step ? step.over.split(',') : [step.from, step.to])))
  const lines = steps.map((step) => {
    if ('over' in step) return `Note over ${step.over}: ${plain(step.remark)}`
    const { from, to, schema, remark } = step
    const said = headingOf(schema) + (remark ? ` (${plain(remark)})` : '')
    return `${from}${schema.name === 'ack' ? '-->>' : '->>'}${to}: ${said}`
  })
  const participants = [...people].map((who) => `participant ${who}`)
  return block(['sequenceDiagram', ...[...participants, ...lines].map((line) => `  ${line}`)].join('\n'), 'mermaid')
}

/** The packets of a flow, each once, in the order in which they are first said; ACKs are left out. */
export function packetsOf({ steps }: Flow): readonly Schema[] {
  const schemas = steps.flatMap((step) => ('schema' in step && step.schema.name !== 'ack' ? [step.schema] : []))
  return [...new Set(schemas)]
}

/** Mermaid ends a statement at `;` and begins an entity at `#`. */
function plain(text: string): string {
  if (/[;#\n]/.test(text)) throw new Error(`a diagram cannot hold “${text}”: leave out ; and #`)
  return text
}
