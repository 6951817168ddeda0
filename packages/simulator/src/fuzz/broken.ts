/** A promise that does not hold for the bytes that were tried. The message is one sentence about what happened. */
export class Broken extends Error {
  override readonly name = 'Broken'
}

/** Throws Broken with this sentence unless the condition holds. */
export function demand(holds: boolean, sentence: () => string): asserts holds {
  if (!holds) throw new Broken(sentence())
}
