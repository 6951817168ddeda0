// Times in very many samples and little memory: the values fall into buckets that grow with them, as in Gil Tene's HdrHistogram.

/** Buckets of one doubling: no value is off by more than a 64th. */
const perDoubling = 64
const doublingBits = 6
/** The first 64 microseconds, and from there on to 2³² of them, more than an hour. */
const doublings = 27

/** What a histogram is while it travels between processes. */
export interface HistogramData {
  readonly buckets: Float64Array
  readonly sum: number
  readonly max: number
}

/** Counts durations in milliseconds. Its size does not depend on how many they are. */
export class Histogram {
  readonly #buckets: Float64Array
  #count = 0
  #sum = 0
  #max = 0

  constructor(data?: HistogramData) {
    this.#buckets = data?.buckets.slice() ?? new Float64Array(perDoubling * doublings)
    this.#count = this.#buckets.reduce((sum, count) => sum + count, 0)
    this.#sum = data?.sum ?? 0
    this.#max = data?.max ?? 0
  }

  get count(): number {
    return this.#count
  }

  /** The longest, exactly. NaN where nothing was counted. */
  get max(): number {
    return this.#count === 0 ? Number.NaN : this.#max
  }

  /** NaN where nothing was counted. */
  get mean(): number {
    return this.#sum / this.#count
  }

  /** Counts one duration; less than a microsecond counts as one. */
  add(ms: number): void {
    this.#buckets[bucketOf(ms * 1_000)]! += 1
    this.#count += 1
    this.#sum += ms
    if (ms > this.#max) this.#max = ms
  }

  /** Adds all that another one has counted. */
  merge(other: HistogramData): void {
    for (const [index, count] of other.buckets.entries()) {
      this.#buckets[index]! += count
      this.#count += count
    }
    this.#sum += other.sum
    this.#max = Math.max(this.#max, other.max)
  }

  /** The smallest duration that so many percent of all do not exceed, at most 1/64 too large. NaN where nothing was counted. */
  percentile(percent: number): number {
    if (this.#count === 0) return Number.NaN
    const wanted = Math.max(1, Math.ceil((this.#count * percent) / 100))
    let passed = 0
    for (const [index, count] of this.#buckets.entries()) {
      passed += count
      if (passed >= wanted) return Math.min(this.#max, upperEnd(index) / 1_000)
    }
    return this.#max
  }

  data(): HistogramData {
    return { buckets: this.#buckets, sum: this.#sum, max: this.#max }
  }
}

/** Below 64 µs each microsecond has a bucket of its own; from there on, each doubling has 64. */
function bucketOf(us: number): number {
  const whole = Math.min(Math.max(0, Math.ceil(us) - 1), 2 ** 32 - 1)
  if (whole < perDoubling) return whole
  const doubling = 31 - Math.clz32(whole) - doublingBits
  return doubling * perDoubling + Math.floor(whole / 2 ** doubling)
}

/** The largest number of microseconds that falls into a bucket. */
function upperEnd(index: number): number {
  if (index < perDoubling) return index + 1
  const doubling = Math.floor(index / perDoubling) - 1
  return ((index % perDoubling) + perDoubling + 1) * 2 ** doubling
}
