import { commandPage } from './command-pages.ts'
import { flowsPage } from './flows-page.ts'
import { limitsPage } from './limits-page.ts'
import { pageOf, type Side } from './names.ts'
import { overview } from './overview.ts'
import { quirksPage } from './quirks-page.ts'

/** Every generated document: its path from the root of the repository, with forward slashes, and its text. */
export function documents(root: string): ReadonlyMap<string, string> {
  const sides: readonly Side[] = ['client', 'server', 'peer']
  return new Map([
    ['docs/protocol/commands.md', overview()],
    ...sides.map((side) => [`docs/protocol/${pageOf[side]}`, commandPage(root, side)] as const),
    ['docs/protocol/flows.md', flowsPage()],
    ['docs/protocol/limits.md', limitsPage()],
    ['docs/protocol/quirks.md', quirksPage(root)],
  ])
}
