/**
 * What calls cost: how many they were, the processor time of this process during them (the garbage collector's threads
 * included), and the longest.
 */
export class Meter {
  calls = 0
  /** Microseconds. */
  cpu = 0
  /** Milliseconds of the clock on the wall: pauses of the garbage collector are in it, and those in which others had the core. */
  longest = 0

  /** Measures calls that follow each other with nothing between them. */
  measure(count: number, call: (index: number) => void): void {
    const before = process.cpuUsage()
    let begun = performance.now()
    for (let index = 0; index < count; index++) {
      call(index)
      const ended = performance.now()
      if (ended - begun > this.longest) this.longest = ended - begun
      begun = ended
    }
    const { user, system } = process.cpuUsage(before)
    this.cpu += user + system
    this.calls += count
  }
}
