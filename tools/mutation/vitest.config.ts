// The tests that must notice a mutant. Rooms are found beside this file, because Stryker changes a copy of the house, where the
// installed packages still lead to the original.
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const packages = join(import.meta.dirname, '..', '..', 'packages')
const door = (room: string): string => join(packages, room, 'src', 'index.ts')

/** Examples first: one that fails spares all the laws. */
class ExamplesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLaw = ({ moduleId }: TestSpecification): number => Number(moduleId.includes('.property.'))
    return files.toSorted((a, b) => isLaw(a) - isLaw(b))
  }
}

export default defineConfig({
  resolve: {
    alias: { '@seekyou/language': door('language'), '@seekyou/link': door('link'), '@seekyou/wire': door('wire') },
  },
  test: {
    // One worker for all files of a run: every mutant has a run, and so a worker, of its own.
    isolate: false,
    // How long a mutant may take is Stryker's to say: a busy machine must not pass for a test that noticed something.
    testTimeout: 0,
    sequence: { sequencer: ExamplesFirst },
    include:
      process.env.MUTATED_ROOM === 'link'
        ? ['packages/link/**/*.test.ts']
        : ['packages/wire/**/*.test.ts', 'interop/golden/*.test.ts'],
    setupFiles: [join(import.meta.dirname, 'one-seed.ts')],
  },
})
