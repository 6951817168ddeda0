// Every message of a soak, in a few bytes each, so that hours of it weigh nothing: who must have it, and what is known of it.

const acknowledged = 1
const shown = 2

export class Messages {
  /** Every broken promise, in words. */
  readonly complaints: string[] = []
  sent = 0
  acknowledged = 0
  shown = 0
  /** Shown again in a later visit: the earlier one had ended before the server knew that it had been read. */
  repeats = 0
  /** By number: what is known, to whom it went, and in which of their visits it was shown. */
  #known = new Uint8Array(1 << 16)
  #to = new Uint32Array(1 << 16)
  #visits = new Uint32Array(1 << 16)

  /** A new message to somebody. Returns its number, which must be the first word of its text. */
  write(to: number): number {
    const number = this.sent++
    if (number === this.#known.length) this.#grow()
    this.#to[number] = to
    return number
  }

  /** The sender has the ACK. */
  acknowledge(number: number): void {
    this.#known[number]! |= acknowledged
    this.acknowledged += 1
  }

  /** Somebody was shown this text in their so many-th visit. */
  show(to: number, text: string, visit: number): void {
    const number = Number.parseInt(text, 10)
    if (!(number < this.sent) || this.#to[number] !== to) {
      this.complaints.push(`${to} was shown “${text}”, which nobody wrote to them`)
      return
    }
    if ((this.#known[number]! & shown) === 0) this.shown += 1
    else if (this.#visits[number] === visit) this.complaints.push(`${to} was shown ${number} twice in one visit`)
    else this.repeats += 1
    this.#known[number]! |= shown
    this.#visits[number] = visit
  }

  /** How many have an ACK and were never shown. */
  get missing(): number {
    let count = 0
    for (let number = 0; number < this.sent; number++) if (this.#known[number] === acknowledged) count += 1
    return count
  }

  #grow(): void {
    const grown = <Some extends Uint8Array | Uint32Array>(from: Some, to: Some): Some => {
      to.set(from)
      return to
    }
    const size = this.#known.length * 2
    this.#known = grown(this.#known, new Uint8Array(size))
    this.#to = grown(this.#to, new Uint32Array(size))
    this.#visits = grown(this.#visits, new Uint32Array(size))
  }
}
