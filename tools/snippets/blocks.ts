import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A piece of TypeScript in a page. */
export interface Block {
  /** Path of the page from the root. */
  readonly page: string
  /** Its first line on the page; the first line of a page is 1. */
  readonly line: number
  readonly code: string
}

/** All blocks of TypeScript in a page, in their order. */
export function blocksOf(root: string, page: string): readonly Block[] {
  const lines = readFileSync(join(root, page), 'utf8').split(/\r?\n/)
  const blocks: Block[] = []
  let begun: number | undefined
  for (const [index, line] of lines.entries()) {
    if (begun === undefined && line === '```ts') begun = index + 1
    else if (begun !== undefined && line === '```') {
      blocks.push({ page, line: begun + 1, code: lines.slice(begun, index).join('\n') })
      begun = undefined
    }
  }
  return blocks
}
