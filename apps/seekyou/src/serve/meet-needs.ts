import type { Answer, Hasher, Need, NeedName, Store } from '@seekyou/service'

/** Meets what a node asks of the world: with the store, and with the password hasher. */
export function meeter(store: Store, hasher: Hasher): (need: Need) => Promise<Answer<NeedName>> {
  return (need) => {
    switch (need.name) {
      case 'findAccount':
        return store.findAccount(need)
      case 'createAccount':
        return store.createAccount(need)
      case 'waitingMessages':
        return store.waitingMessages(need)
      case 'commit':
        return store.commit(need)
      case 'verifyPassword':
        return hasher.verifyPassword(need)
      case 'hashPassword':
        return hasher.hashPassword(need)
    }
  }
}
