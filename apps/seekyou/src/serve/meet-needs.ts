import type { Answer, Hasher, Need, NeedName, Store } from '@seekyou/service'

/** Meets what a node asks of the world: with the store, and with the password hasher. */
export function meeter(store: Store, hasher: Hasher): (need: Need) => Promise<Answer<NeedName>> {
  const world: Store & Hasher = { ...store, ...hasher }
  return (need) => (world[need.name] as (ask: Need) => Promise<Answer<NeedName>>)(need)
}
