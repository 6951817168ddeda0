import { type Frame, isFault, type Schema } from '@seekyou/wire'
import type { Unheard } from '../dialect.ts'
import type { Hearing } from './phrase.ts'

interface Heard<Named> {
  readonly named: Named
  readonly request: number
}

/** A listener for all phrases of one direction: the packet's code finds the phrases that may be meant. */
export function hearer<Named extends { readonly name: string }>(
  phrases: Readonly<Record<string, { readonly hear: readonly Hearing<object>[] }>>,
): (frame: Frame) => Heard<Named> | Unheard {
  const byCode = new Map<number, { readonly schema: Schema<object>; readonly meanings: Meaning[] }>()
  for (const [name, { hear }] of Object.entries(phrases)) {
    for (const { schema, read } of hear) {
      const known = byCode.get(schema.code)
      if (known) known.meanings.push({ name, read })
      else byCode.set(schema.code, { schema, meanings: [{ name, read }] })
    }
  }
  return (frame) => {
    const known = byCode.get(frame.code)
    if (!known) return 'unknown'
    const value = known.schema.decode(frame.bytes, frame.start)
    if (isFault(value)) return value
    for (const { name, read } of known.meanings) {
      const said = read(value, frame)
      if (said) return { named: { name, ...said.content } as unknown as Named, request: said.request }
    }
    return 'unknown'
  }
}

interface Meaning {
  readonly name: string
  readonly read: Hearing<object>['read']
}
