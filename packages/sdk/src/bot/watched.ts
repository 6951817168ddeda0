/**
 * A promise that knows whether anybody waits for it. Handlers that forget an `await` are common; what then fails unseen would
 * end the whole process.
 */
export class Watched<Value> extends Promise<Value> {
  /** What `then` makes are plain promises. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise
  }

  isWatched = false

  // biome-ignore lint/suspicious/noThenProperty: whether anybody calls it is what this class is about.
  override then<Kept = Value, Failed = never>(
    onKept?: ((value: Value) => Kept | PromiseLike<Kept>) | null,
    onFailed?: ((reason: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<Kept | Failed> {
    this.isWatched = true
    return super.then(onKept, onFailed)
  }
}

/**
 * The same promise, watched. If it fails and nobody waits for it by then, `onUnseen` is told instead of the process; it must not
 * throw.
 */
export function watch<Value>(promise: PromiseLike<Value>, onUnseen: (error: unknown) => void): Watched<Value> {
  const watched = new Watched<Value>((resolve, reject) => promise.then(resolve, reject))
  Promise.prototype.then.call(watched, undefined, (error: unknown) => {
    if (!watched.isWatched) onUnseen(error)
  })
  return watched
}
