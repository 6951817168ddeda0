import type { Answer, Ask, RequestName } from '@seekyou/office'
import type { Registry } from './registry.ts'

/** One handler for each of these requests. */
export type Handlers<Names extends RequestName> = {
  readonly [Name in Names]: (ask: Ask<Name>, registry: Registry) => Promise<Answer<Name>>
}
