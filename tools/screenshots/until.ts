import { setTimeout } from 'node:timers/promises'

/** Waits until this is so; fails after a minute. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 60_000
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`waited in vain until ${isSo}`)
    await setTimeout(50)
  }
}
