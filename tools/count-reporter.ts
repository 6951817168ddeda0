// The last line of every test run, in a form that any continuous integration can count.
import type { Reporter, TestModule } from 'vitest/node'

export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    let passed = 0
    let failed = unhandled.length
    let skipped = 0
    for (const module of modules) {
      if (module.errors().length > 0) failed += 1
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed') passed += 1
        else if (state === 'failed') failed += 1
        else skipped += 1
      }
    }
    // A skipped test would be a silent hole in the promises, so it counts as a failure.
    process.exitCode ||= skipped > 0 ? 1 : 0
    console.log(`${passed} passed, ${failed + skipped} failed`)
  }
}
