const pool = new Uint32Array(1_024)
let next = pool.length

/** A number from 0 up to but not including 1 that nobody can guess, with 32 bits of chance. */
export function dice(): number {
  if (next === pool.length) {
    crypto.getRandomValues(pool)
    next = 0
  }
  return (pool[next++] as number) / 2 ** 32
}
