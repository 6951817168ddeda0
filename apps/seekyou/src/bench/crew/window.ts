import { Histogram } from '../histogram.ts'

/** The part of a phase that is measured, from when to when, in milliseconds of this process's clock. */
export class Window {
  from = Number.POSITIVE_INFINITY
  until = Number.POSITIVE_INFINITY

  has(at: number): boolean {
    return at >= this.from && at < this.until
  }
}

/**
 * How often something happened within the window, and how long it took: from when it was due, not from when it was begun, so
 * that a load that falls behind hides nothing. What was due within the window is timed also when it ends after it.
 */
export class Timing {
  readonly #window: Window
  histogram = new Histogram()
  /** How often it ended within the window. */
  count = 0

  constructor(window: Window) {
    this.#window = window
  }

  note(dueAt: number, now: number): void {
    if (this.#window.has(dueAt)) this.histogram.add(now - dueAt)
    if (this.#window.has(now)) this.count += 1
  }

  forget(): void {
    this.histogram = new Histogram()
    this.count = 0
  }
}
