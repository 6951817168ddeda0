import { watch } from './watched.ts'

/** Hands the context on to whatever comes behind. May be called once; resolves when that is done. */
export type Next = () => Promise<void>

/** One station on the way of an event: does something, and calls `next` if the event is to go on. */
export type Middleware<Context> = (context: Context, next: Next) => unknown

/**
 * Several stations as one. Each runs when the one before it calls `next`; the one behind the last is the `next` that was handed
 * in. An error rises through all that wait for `next`, as in any chain of calls, and is not lost if one of them does not wait.
 */
export function compose<Context>(stations: readonly Middleware<Context>[]): Middleware<Context> {
  return (context, end) => {
    async function run(index: number): Promise<void> {
      const station = stations[index]
      if (!station) return end()
      let rest: Promise<void> | undefined
      let unseen: { readonly error: unknown } | undefined
      await station(context, () => {
        if (rest) throw new Error('next() was called twice by the same middleware: call it once.')
        rest = watch(run(index + 1), (error) => {
          unseen = { error }
        })
        return rest
      })
      await settled(rest)
      if (unseen) throw (unseen as { readonly error: unknown }).error
    }
    return run(0)
  }
}

/** Waits for the end, however it comes, without counting as somebody who looks at it. */
async function settled(promise: Promise<void> | undefined): Promise<void> {
  if (promise)
    await new Promise<void>((resolve) =>
      Promise.prototype.then.call(
        promise,
        () => resolve(),
        () => resolve(),
      ),
    )
}
