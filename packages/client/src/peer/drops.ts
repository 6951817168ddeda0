import type { DropReason } from './session.ts'

/**
 * Why something of a peer's was not obeyed, beyond what sessions say. `noIntroduction`: it did not say first who is there.
 * `wrongUin`: it speaks for somebody else than it said, or in our own name. `wrongAddress`: it came for a chat or files from
 * elsewhere than whoever agreed on them. `crowded`: more connections or requests than are endured.
 */
export type PeerDrop = DropReason | 'noIntroduction' | 'wrongUin' | 'wrongAddress' | 'crowded'

/** How often what happened. */
export class Drops {
  readonly #counts = new Map<PeerDrop, number>()

  get counts(): ReadonlyMap<PeerDrop, number> {
    return this.#counts
  }

  count(because: PeerDrop): void {
    this.#counts.set(because, (this.#counts.get(because) ?? 0) + 1)
  }
}
