/** Throws unless both values look the same: numbers, strings, undefined, bytes, and arrays and records of such. */
export function expectSame(actual: unknown, wanted: unknown, what: string): void {
  const [is, should] = [show(actual), show(wanted)]
  if (is !== should) throw new Error(`${what}: expected ${should}, got ${is}`)
}

/** Throws unless the condition holds. */
export function expectTrue(condition: boolean, what: string): void {
  if (!condition) throw new Error(`expected: ${what}`)
}

function show(value: unknown): string {
  if (value instanceof Uint8Array) return `bytes(${[...value].join(' ')})`
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{ ${fields.map(([name, field]) => `${name}: ${show(field)}`).join(', ')} }`
  }
  return JSON.stringify(value) ?? 'undefined'
}
