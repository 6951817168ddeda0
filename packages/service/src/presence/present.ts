import type { Direct, Ip4, Status, Uin } from '@seekyou/language'

/** Somebody who is signed on, as presence sees them. */
export interface Present {
  readonly uin: Uin
  status: Status
  readonly outer: Ip4
  readonly direct: Direct
  /** Whose presence they asked for. */
  readonly contacts: Set<Uin>
  visibleTo: ReadonlySet<Uin>
  invisibleTo: ReadonlySet<Uin>
  /** What they have been told: each contact that they believe to be on line, with its status. */
  readonly told: Map<Uin, Status>
  /** Contacts about whom the last word was lost on the way; set right on the next keep-alive. */
  readonly doubts: Set<Uin>
}

export const newPresent = (uin: Uin, status: Status, outer: Ip4, direct: Direct): Present => ({
  uin,
  status,
  outer,
  direct,
  contacts: new Set(),
  visibleTo: new Set(),
  invisibleTo: new Set(),
  told: new Map(),
  doubts: new Set(),
})
