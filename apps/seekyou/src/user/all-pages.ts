/** Everything that comes page by page, so that nobody waits long for the store. `read` is told after which number to go on. */
export async function allPages<Row>(
  read: (after: number) => Promise<{ readonly rows: readonly Row[]; readonly next?: number | undefined }>,
): Promise<Row[]> {
  const all: Row[] = []
  for (let after: number | undefined = 0; after !== undefined; ) {
    const { rows, next }: Awaited<ReturnType<typeof read>> = await read(after)
    all.push(...rows)
    after = next
  }
  return all
}
