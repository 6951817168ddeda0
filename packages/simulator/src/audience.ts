type Hearing<Watcher, Name extends keyof Watcher> = Watcher & Required<Pick<Watcher, Name>>

/** Watchers, each of whom wants to hear of some things only. Who hears of what does not change. */
export class Audience<Watcher extends object> {
  readonly #all: readonly Watcher[]
  readonly #byName = new Map<keyof Watcher, readonly Watcher[]>()

  constructor(all: readonly Watcher[]) {
    this.#all = all
  }

  /** Those who have a method of this name. */
  of<Name extends keyof Watcher>(name: Name): readonly Hearing<Watcher, Name>[] {
    let hearing = this.#byName.get(name)
    if (!hearing) {
      hearing = this.#all.filter((watcher) => watcher[name] !== undefined)
      this.#byName.set(name, hearing)
    }
    return hearing as readonly Hearing<Watcher, Name>[]
  }
}
