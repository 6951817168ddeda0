import { dissect } from '@seekyou/wire'
import { type Input, optionsOf } from './input.ts'

/** Where in an input something sits that is worth changing, as offsets. */
export interface Places {
  /** LENGTH words of texts. */
  readonly lengths: readonly number[]
  /** Counts of lists. */
  readonly counts: readonly number[]
  readonly uins: readonly number[]
  /** Where fields begin and end. */
  readonly edges: readonly number[]
}

/** Finds them as far as the bytes can be read. */
export function placesOf(input: Input): Places {
  const { rows } = dissect(input.bytes, optionsOf(input))
  const at = (type: string): number[] => rows.filter((row) => row.type === type).map(({ offset }) => offset)
  return {
    lengths: at('text'),
    counts: at('uins'),
    uins: at('uin'),
    edges: [...rows.map(({ offset }) => offset), input.bytes.length],
  }
}
