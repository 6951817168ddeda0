import type { Dissection, Json } from '@seekyou/wire'

/** A packet on one line for programs: the header's numbers, the fields by name, and the fault if there is one. */
export function asJson({ version, from, code, name, sequence, uin, fields, fault }: Dissection): string {
  return JSON.stringify({
    version,
    from,
    code: code?.toString(16).padStart(4, '0'),
    name,
    sequence: from === 'peer' ? undefined : sequence,
    uin: from === 'client' ? uin : undefined,
    fields: Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, unmarked(value)])),
    fault,
  })
}

/** A text is `text` and `hex`; that it is a secret has been dealt with. */
function unmarked(value: Json): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !('secret' in value)) return value
  const { secret: _, ...rest } = value as Readonly<Record<string, Json>>
  return rest
}
