import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const importOf = /^(?:import|export)\b(?! type\b)[^'"]*?from '([^']+)'|^import '([^']+)'/gm

/** Everything that a module brings along at run time, itself included: files of this house, and names of what is not of it. */
function brought(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const [, from, alone] of readFileSync(file, 'utf8').matchAll(importOf)) {
    const specifier = from ?? alone!
    if (specifier.startsWith('.')) brought(join(dirname(file), specifier), seen)
    else if (specifier.startsWith('@seekyou/')) brought(createRequire(file).resolve(specifier), seen)
    else seen.add(specifier)
  }
  return seen
}

test('the door for browsers brings nothing along that a browser lacks', () => {
  const all = [...brought(join(import.meta.dirname, 'browser.ts'))]
  expect(all.filter((name) => !name.includes('/'))).toEqual([])
  expect(all.filter((name) => name.startsWith('node:') || /node-edge|simulator/.test(name))).toEqual([])
  expect(all.some((name) => name.endsWith('websocket-road.ts'))).toBe(true)
})

test('the door for Node does', () => {
  const all = [...brought(join(import.meta.dirname, 'index.ts'))]
  expect(all.some((name) => /node-edge/.test(name))).toBe(true)
})
