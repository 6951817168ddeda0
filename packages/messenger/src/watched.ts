import type { Watched } from './contract.ts'
import { Hearers } from './hearers.ts'

/** A watched value that can be given another one. */
export interface Settable<Value> extends Watched<Value> {
  /** Makes this the value, and tells everybody who watches unless it is the same. */
  set(value: Value): void
}

/** A watched value that begins as `initial`. Whoever watches is told at once; what they throw stops nobody else. */
export function watched<Value>(initial: Value): Settable<Value> {
  const watchers = new Hearers<void>()
  let current = initial
  return {
    get: () => current,
    watch: (changed) => watchers.add(changed),
    set(value) {
      if (Object.is(value, current)) return
      current = value
      watchers.tell()
    },
  }
}

/** A watched value that is made when it is looked at. */
export interface Derived<Value> extends Watched<Value> {
  /** It has become another one: is made anew when it is looked at again. */
  spoil(): void
  /** Tells everybody who watches. */
  tell(): void
}

/** `make` must not change anything. */
export function derived<Value>(make: () => Value): Derived<Value> {
  const watchers = new Hearers<void>()
  let made: { readonly value: Value } | undefined
  return {
    get() {
      made ??= { value: make() }
      return made.value
    },
    watch: (changed) => watchers.add(changed),
    spoil() {
      made = undefined
    },
    tell: () => watchers.tell(),
  }
}
