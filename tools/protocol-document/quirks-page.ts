import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { generated, paragraphs, table } from './markdown.ts'
import { quirks } from './quirks.ts'

/** The text of `quirks.md`, with a link to every play in `interop/plays` that is named after a quirk (`q07-….play`). */
export function quirksPage(root: string): string {
  const plays = playsIn(root)
  const rows = quirks.map(({ client, does, served }, at) => {
    const number = at + 1
    const shown = plays.filter((file) => file.startsWith(`q${`${number}`.padStart(2, '0')}-`))
    const links = shown.map((file) => `[${file.slice(4, -'.play'.length)}](../../interop/plays/${file})`)
    return [`Q${number}`, client, does, served, links.join(', ')]
  })
  return paragraphs([
    generated,
    '# Quirks',
    'What clients of the time do that no description says, and how the server lives with it. “Any” stands for what several programs, or networks between them, may do. A play is such a conversation as a script, byte for byte, that is performed with every test.',
    table(['', 'client', 'does', 'the server', 'play'], rows),
    'Names: *Licq* of September 1999, *mICQ* 0.2.5 of 1998, *icqlib* as found in Citadel in 1999, *Program D* and *IsecQ* (two programs in Java), *ICQ 1.1x* (the original clients of version 2), *Net::ICQ* (a Perl module). Where the code does something for one of them, it says `COMPAT` with the name.',
  ])
}

/** Names of the plays; none when nobody has written one. */
export function playsIn(root: string): readonly string[] {
  const folder = join(root, 'interop', 'plays')
  return readdirSync(join(root, 'interop')).includes('plays')
    ? readdirSync(folder)
        .filter((file) => /^q\d\d-.+\.play$/.test(file))
        .sort()
    : []
}
