/** Samples that belong together, from `at` on. */
export interface Bucket<Row> {
  readonly at: number
  readonly rows: readonly Row[]
}

/** `rows`, oldest first, in pieces of `width` milliseconds that begin at whole multiples of it, up to and with `now`. Empty pieces are there too. */
export function bucketsOf<Row extends { readonly at: number }>(
  rows: readonly Row[],
  { now, width, count }: { readonly now: number; readonly width: number; readonly count: number },
): readonly Bucket<Row>[] {
  const last = Math.floor(now / width) * width
  const buckets = Array.from({ length: count }, (_, index) => ({
    at: last - (count - 1 - index) * width,
    rows: [] as Row[],
  }))
  for (const row of rows) buckets[Math.floor(row.at / width) - Math.floor(buckets[0]!.at / width)]?.rows.push(row)
  return buckets
}
