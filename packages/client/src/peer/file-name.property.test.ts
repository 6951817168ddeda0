import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileName, fileNameMax } from './file-name.ts'

/** Pieces of which dangerous names are made, among any others. */
const tricky = fc.constantFrom(
  ...[
    '/',
    '\\',
    ':',
    '..',
    '.',
    ' ',
    '\0',
    '\n',
    '\x7f',
    'C:',
    'con',
    'NUL',
    'com1',
    'lpt9',
    '.txt',
    '*',
    '~',
    '%2f',
    '\xff',
  ],
)
const long = fc.constantFrom(' '.repeat(190), 'x'.repeat(190), '.'.repeat(190))
const piece = fc.oneof(
  { arbitrary: tricky, weight: 8 },
  long,
  fc.uint8Array({ maxLength: 6 }).map((bytes) => String.fromCharCode(...bytes)),
)
const said = fc
  .array(piece, { maxLength: 80 })
  .map((pieces) => Uint8Array.from(pieces.join(''), (c) => c.charCodeAt(0)))

test('whatever a peer says, the name stays in its folder and is allowed everywhere', () => {
  fc.assert(
    fc.property(said, (said) => {
      const name = String.fromCharCode(...fileName(said))
      expect(name).not.toMatch(/[/\\:<>"|?*]/)
      for (const char of name) expect(char >= ' ' && char !== '\x7f').toBe(true)
      expect(name).not.toMatch(/^[. ]|[. ]$/)
      expect(name.split('.')[0]!.trimEnd()).not.toMatch(/^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i)
      expect(name.length).toBeGreaterThan(0)
      expect(name.length).toBeLessThanOrEqual(fileNameMax)
    }),
    { numRuns: 2_000 },
  )
})

test('a name that was let through is let through again as it is', () => {
  fc.assert(
    fc.property(said, (said) => {
      const name = fileName(said)
      expect(fileName(name)).toEqual(name)
    }),
  )
})
