/** A link of a page, as it is written. */
export interface Link {
  readonly target: string
  /** What stands behind the target in quotation marks; empty if nothing does. */
  readonly title: string
  /** First line is 1. */
  readonly line: number
}

/** One row of a table, without its head: the links of each cell, by the words at the head of the column. */
export interface Row {
  readonly line: number
  readonly cells: ReadonlyMap<string, readonly Link[]>
}

/** What can be checked about one page of Markdown. */
export interface Page {
  /** Path from the repository's root, with forward slashes. */
  readonly file: string
  readonly links: readonly Link[]
  readonly rows: readonly Row[]
  /** What may follow a `#`: headings as GitHub names them, and named elements of HTML. */
  readonly anchors: ReadonlySet<string>
}

/** Reads one page. What stands in code is no link, and no heading. */
export function readPage(file: string, text: string): Page {
  const links: Link[] = []
  const rows: Row[] = []
  const anchors = new Set<string>()
  let head: readonly string[] | undefined
  for (const [index, line] of linesWithoutFences(text).entries()) {
    const found = linksIn(line, index + 1)
    links.push(...found)
    for (const [, name] of line.matchAll(/\b(?:id|name)="([^"]+)"/g)) anchors.add(name!)
    const heading = /^#{1,6}\s+(.+?)\s*#*$/.exec(line)?.[1]
    if (heading !== undefined) anchors.add(newAnchor(heading, anchors))
    const cells = cellsOf(line)
    if (!cells) head = undefined
    else if (!head) head = cells.map((cell) => cell.trim())
    else if (!/^[\s|:-]+$/.test(line)) {
      const columns = head
      rows.push({
        line: index + 1,
        cells: new Map(cells.map((cell, column) => [columns[column] ?? '', linksIn(cell, index + 1)])),
      })
    }
  }
  return { file, links, rows, anchors }
}

/** The lines of a page; those of code blocks are empty. */
function linesWithoutFences(text: string): string[] {
  let fence: string | undefined
  return text.split(/\r?\n/).map((line) => {
    const [, mark] = /^\s*(`{3,}|~{3,})/.exec(line) ?? []
    if (fence === undefined && mark === undefined) return line
    if (fence === undefined) fence = mark
    else if (mark?.startsWith(fence)) fence = undefined
    return ''
  })
}

function linksIn(text: string, line: number): Link[] {
  const prose = text.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length))
  const inline = [...prose.matchAll(/\]\(\s*<?([^\s)>]+)>?(?:\s+"([^"]*)")?\s*\)/g)]
  const defined = [...prose.matchAll(/^\s*\[[^\]]+\]:\s*<?([^\s>]+)>?(?:\s+"([^"]*)")?\s*$/g)]
  const html = [...prose.matchAll(/\b(?:href|src)="([^"]+)"/g)]
  return [...inline, ...defined, ...html].map(([, target, title = '']) => ({ target: target!, title, line }))
}

/** The cells of a table's line, or undefined when it is none. */
function cellsOf(line: string): string[] | undefined {
  if (!line.trimStart().startsWith('|')) return undefined
  const masked = line.trim().replace(/\\\||`[^`]*`/g, (part) => part.replaceAll('|', ' '))
  return masked.replace(/^\||\|$/g, '').split('|')
}

/** As GitHub makes it of a heading: letters, digits, hyphens; of equal ones the second ends with `-1`. */
function newAnchor(heading: string, taken: ReadonlySet<string>): string {
  const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/<[^>]*>/g, '')
  const plain = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-')
  for (let count = 0; ; count++) {
    const anchor = count === 0 ? plain : `${plain}-${count}`
    if (!taken.has(anchor)) return anchor
  }
}
