import type { Comment } from './library.ts'

/** The docstring above a place in a file, as one paragraph or several; empty when there is none. */
export function docAbove(start: number, text: string, comments: readonly Comment[]): string {
  const above = comments.findLast(({ end }) => end <= start)
  if (above?.type !== 'Block' || !above.value.startsWith('*')) return ''
  // Between the docstring of a union's member and the member itself stands its `|`.
  if (!/^[\s|(]*$/.test(text.slice(above.end, start))) return ''
  const lines = above.value
    .slice(1)
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
  const paragraphs = lines
    .join('\n')
    .trim()
    .split(/\n{2,}/)
  return paragraphs.map((paragraph) => paragraph.replaceAll('\n', ' ')).join('\n\n')
}

/** What is there for the other rooms of the package only. */
export const isInternal = (doc: string): boolean => /(^|\s)@internal\b/.test(doc)
