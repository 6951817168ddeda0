/** What the generator tells about one load. */
export interface LoadFigures {
  /** How long it was measured. */
  readonly seconds: number
  /** Messages shown to their recipients in that time, each counted once. */
  readonly delivered: number
  /** Processor time of the measured process in that time, all threads, user and kernel. */
  readonly cpuSeconds: number
  readonly generatorCpuSeconds: number
  /** Messages shown since the crowd began to write. */
  readonly deliveredInAll: number
  /** Messages shown again. */
  readonly repeated: number
  /** Messages that had no ACK for ten seconds and were sent again. */
  readonly resent: number
  /** What came that has no place in a crowd's life: refusals and notices. */
  readonly complaints: number
  readonly latency: Latency | undefined
}

/** How long messages were under way, in milliseconds, from the moment at which they were to be written. */
export interface Latency {
  /** Until the recipient was shown the message. */
  readonly shownP50: number
  readonly shownP99: number
  /** Until the sender was acknowledged. */
  readonly acknowledgedP50: number
  readonly acknowledgedP99: number
  /** Messages that could not be written in time because the sender's last one was still under way. */
  readonly missed: number
}
