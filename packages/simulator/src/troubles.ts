import type { Millis } from '@seekyou/language'

/** What is wrong with a store. `full`: reads work, nothing can be written. `away`: nothing works. `stuck`: no answers. */
export type StoreTrouble = 'none' | 'full' | 'away' | 'stuck'

interface TroubledTime {
  readonly from: Millis
  until: Millis
}

/** A process that commits has another commit under way at the most, and collects what it writes for a moment. */
const groupMs: Millis = 10
/** It asks again so long after the store has failed, and goes on without it after so long. */
const retryMs: Millis = 1_000
const patienceMs: Millis = 500

/** What is wrong with a store, and when something was. */
export class Troubles {
  readonly #times: TroubledTime[] = []
  #present: StoreTrouble = 'none'

  get present(): StoreTrouble {
    return this.#present
  }

  set(trouble: StoreTrouble, now: Millis): void {
    const last = this.#times.at(-1)
    if (this.#present !== 'none' && last) last.until = now
    if (trouble !== 'none') this.#times.push({ from: now, until: Number.POSITIVE_INFINITY })
    this.#present = trouble
  }

  /**
   * From when on what a process has told others at `toldAt` is on the disk, where a commit takes `slowestMs` at the most. The
   * process tells it when it is written, or when it has lost its patience; with `withinMs`, it begins to write it so much later
   * at the latest. Infinity: nobody can know yet.
   */
  keptAt(toldAt: Millis, slowestMs: Millis, withinMs?: Millis): Millis {
    const slowMs = 2 * slowestMs + groupMs
    let at = toldAt + (withinMs === undefined ? Math.max(0, slowMs - patienceMs) : withinMs + slowMs)
    for (const { from, until } of this.#times) {
      if (from <= at && until >= toldAt - patienceMs - slowMs) at = Math.max(at, until + retryMs + slowMs)
    }
    return at
  }
}
