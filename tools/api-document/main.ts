// Writes the reference of the library from its docstrings: `npm run docs`.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { reference, referencePath } from './reference.ts'

const root = join(import.meta.dirname, '..', '..')
const text = reference(root)
writeFileSync(join(root, referencePath), text)
console.log(`${referencePath}  ${text.split('\n').length - 1} lines`)
