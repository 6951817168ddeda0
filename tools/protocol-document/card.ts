import { type DescribedField, describe, type Schema } from '@seekyou/wire'
import { exampleOf } from './example.ts'
import { block, paragraphs, sentence, table } from './markdown.ts'
import { headingOf } from './names.ts'
import { placesOf } from './where.ts'

/** Everything that is said of one packet. `told` are the sentences about what follows from it; links lead out of `docs/protocol/commands`. */
export function card(root: string, schema: Schema, told: readonly string[]): string {
  const { summary, confidence, evidence, fields } = describe(schema)
  const example = exampleOf(schema)
  return paragraphs([
    `## ${headingOf(schema)}`,
    summary,
    fields.length > 0 ? layout(fields) : undefined,
    example && block(example.drawing),
    ...told,
    `${[
      `*${sentence(confidence).slice(0, -1)}*: ${evidence}`,
      ...(example ? [`shown: ${example.origin}`] : []),
      ...placesOf(root, schema).map(({ what, path }) => `[${what}](../../../${path})`),
    ].join(' · ')}`,
  ]).trimEnd()
}

/** Offsets are counted from the beginning of the body, as long as they are the same in every packet. */
function layout(fields: readonly DescribedField[]): string {
  let offset: number | undefined = 0
  const rows: string[][] = []
  for (const { name, type, size, presence, note, secret } of fields) {
    const remarks = [
      explained[name] ?? explained[type],
      note,
      presenceNote(type, presence),
      secret ? 'a secret: inspectors mask it' : undefined,
    ]
    rows.push([offset === undefined ? '…' : `${offset}`, type, `\`${name}\``, remarks.filter(Boolean).join('; ')])
    offset = offset === undefined || size === undefined ? undefined : offset + size
  }
  return table(['offset:', 'type', 'field', 'note'], rows)
}

/** Fields with a page of their own, by name or type. */
const explained: Readonly<Record<string, string>> = {
  kind: 'what the text is: see [messages](../messages.md)',
  status: 'see [status](../status.md)',
}

function presenceNote(type: string, presence: DescribedField['presence']): string | undefined {
  if (presence === 'always' || type === 'uins' || type === 'bytes' || type === 'text') return undefined
  return presence === 'optional' ? 'may be left out' : 'may be missing'
}
