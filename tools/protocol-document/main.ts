// Writes the generated part of docs/protocol: `npm run docs`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { documents } from './documents.ts'

const root = join(import.meta.dirname, '..', '..')
for (const [path, text] of documents(root)) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
  console.log(`${path}  ${text.split('\n').length - 1} lines`)
}
