import { expect, test } from 'vitest'
import { asides } from './asides.ts'
import type { Declared } from './declare.ts'
import { requests } from './requests.ts'

const declared = Object.entries<Declared>(requests)

test('no two requests share an address, and every field of a path is asked', () => {
  const addresses = declared.flatMap(([, { http }]) => (http ? [`${http.method} ${http.path}`] : []))
  expect(new Set(addresses).size).toBe(addresses.length)
  for (const [name, { http, ask }] of declared) {
    for (const [, field = ''] of http?.path.matchAll(/\{(\w+)\}/g) ?? []) expect(ask.shape, name).toHaveProperty(field)
  }
})

test('what changes nothing is read with get, and the other way round', () => {
  for (const [name, { http, changes }] of declared) {
    if (http) expect([name, http.method !== 'get']).toEqual([name, changes])
  }
})

test('a field that nobody declared is refused everywhere', () => {
  for (const [name, { ask }] of [...declared, ...Object.entries<Declared>(asides)]) {
    const { error } = ask.safeParse({ unheardOf: 1 })
    expect(
      error?.issues.some(({ code }) => code === 'unrecognized_keys' || code === 'invalid_type'),
      name,
    ).toBe(true)
  }
})
