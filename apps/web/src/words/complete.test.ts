import { expect, test } from 'vitest'

const files = import.meta.glob<Record<string, unknown>>('./{en,ru,uk}/*.ts', { eager: true })
const rooms = Object.keys(files).filter((path) => path.startsWith('./en/') && !path.includes('core'))

test.each(rooms.flatMap((path) => ['ru', 'uk'].map((language) => [path.replace('en', language), path])))(
  '%s says everything that %s says, and nothing in English',
  (path, english) => {
    const [theirs, ours] = [sentences(files[path]), sentences(files[english])]
    expect([...theirs.keys()].sort()).toEqual([...ours.keys()].sort())
    for (const [key, sentence] of theirs) {
      if (/\p{Ll}{4}.*\s|\s.*\p{Ll}{4}/u.test(sentence)) expect(sentence, `${path} ${key}`).not.toBe(ours.get(key))
    }
  },
)

test.each(Object.keys(files).filter((path) => !path.includes('/en/')))(
  '%s has no quotation marks of English',
  (path) => {
    for (const [key, sentence] of sentences(files[path])) expect(sentence, key).not.toMatch(/["“”]/)
  },
)

/** Every sentence of a room by where it stands. What is a function has only its place. */
function sentences(words: unknown, place = ''): Map<string, string> {
  if (typeof words === 'string') return new Map([[place, words]])
  if (typeof words !== 'object' || words === null) return new Map([[place, '']])
  return new Map(Object.entries(words).flatMap(([key, value]) => [...sentences(value, `${place}.${key}`)]))
}
