/** A running hash over everything that happens in a town: equal for two runs of one seed, and for nothing else. */
export class TraceHash {
  #low = 0x811c_9dc5
  #high = 0x9e37_79b9
  #count = 0

  /** How many events went in. */
  get count(): number {
    return this.#count
  }

  /** Takes in one event: a letter for its kind, when it was, whom it concerned, and its bytes. */
  add(kind: string, now: number, who: number, bytes?: Uint8Array): void {
    this.#count += 1
    this.#word(kind.charCodeAt(0))
    this.#number(now)
    this.#number(who)
    if (bytes) this.#bytes(bytes)
  }

  toString(): string {
    return [this.#high, this.#low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
  }

  /** Any number, fractions of milliseconds included. */
  #number(number: number): void {
    const thousandths = Math.round(number * 1_000)
    this.#word(thousandths | 0)
    this.#word(Math.floor(thousandths / 0x1_0000_0000))
  }

  #bytes(bytes: Uint8Array): void {
    const { length } = bytes
    this.#word(length)
    let index = 0
    for (; index + 3 < length; index += 4) {
      this.#word(bytes[index]! | (bytes[index + 1]! << 8) | (bytes[index + 2]! << 16) | (bytes[index + 3]! << 24))
    }
    for (; index < length; index++) this.#word(bytes[index]!)
  }

  #word(word: number): void {
    this.#low = Math.imul(this.#low ^ word, 0x0100_0193)
    this.#high = Math.imul(this.#high ^ (word + (this.#low >>> 16)), 0x85eb_ca6b)
  }
}
