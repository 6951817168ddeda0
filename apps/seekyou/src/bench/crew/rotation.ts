/** Picks one after another for ever: the next one that `isFree`, or undefined when nobody is. */
export function rotation<One>(all: readonly One[], isFree: (one: One) => boolean = () => true): () => One | undefined {
  let at = 0
  return () => {
    for (let tried = 0; tried < all.length; tried++) {
      const one = all[at]!
      at = (at + 1) % all.length
      if (isFree(one)) return one
    }
    return undefined
  }
}
