import { demand } from './broken.ts'

/** How many acknowledgements are owed for some datagrams, number by number. */
export class Debt {
  readonly #most = new Map<number, number>()
  readonly #commands = new Map<number, Set<number>>()

  /** A datagram that may be acknowledged: no link answers for it. */
  addPossible(sequence: number): void {
    this.#most.set(sequence, (this.#most.get(sequence) ?? 0) + 1)
  }

  /** A datagram that must be: one that comes again while the first is still worked on shares its acknowledgement. */
  addCertain(sequence: number, code: number): void {
    this.addPossible(sequence)
    const commands = this.#commands.get(sequence)
    if (commands) commands.add(code)
    else this.#commands.set(sequence, new Set([code]))
  }

  /** Whether acknowledgements are still missing. */
  isOpen(acks: ReadonlyMap<number, number>): boolean {
    for (const [sequence, { size }] of this.#commands) if ((acks.get(sequence) ?? 0) < size) return true
    return false
  }

  /** Compares with how often each number was acknowledged; `isDue`: whether none may be missing. Throws Broken. */
  compare(acks: ReadonlyMap<number, number>, isDue: boolean): void {
    for (const [sequence, count] of acks) {
      const most = this.#most.get(sequence) ?? 0
      demand(count <= most, () => `number ${sequence} was acknowledged ${count} times instead of ${most}`)
    }
    if (!isDue) return
    for (const [sequence, { size }] of this.#commands) {
      const count = acks.get(sequence) ?? 0
      demand(count >= size, () => `number ${sequence} was acknowledged ${count} times instead of ${size}`)
    }
  }
}
