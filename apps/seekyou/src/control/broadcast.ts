import { messageKind } from '@seekyou/language'
import type { Answer, Ask } from '@seekyou/office'
import { textMax } from '@seekyou/service'
import { misuse } from '../complaint.ts'
import { knownCodePage } from '../known-code-page.ts'
import { bytesIn } from './account-text.ts'
import type { Registry } from './registry.ts'

/** As many accounts are told at a time. */
const sliceSize = 1_000

/** Says something to everybody on line, and on request to everybody else, each at most once. */
export async function broadcast(
  { text, codePage, absent, system }: Ask<'broadcast'>,
  registry: Registry,
): Promise<Answer<'broadcast'>> {
  const { server, store } = registry
  const bytes = messageBytes('text', text, codePage, registry)
  const kind = system ? messageKind.broadcast : messageKind.text
  if (!absent) {
    const { online } = server.status()
    return { online, absent: 0, refused: await server.announce('everybodyHere', kind, bytes) }
  }
  const online = server.online
  let told = 0
  let refused = 0
  for (let accounts = await store.listAccounts(0, sliceSize); accounts.length > 0; ) {
    const to = accounts.filter(({ ban, leavesAt }) => ban === undefined && leavesAt === undefined).map(({ uin }) => uin)
    if (to.length > 0) refused += await server.announce(to, kind, bytes)
    told += to.length
    accounts = await store.listAccounts(accounts.at(-1)?.uin ?? 0, sliceSize)
  }
  return { online, absent: Math.max(0, told - online), refused }
}

/** What the server says as bytes. Complains when it is too long for a message, or cannot be written in the code page. */
export function messageBytes(
  called: string,
  text: string,
  codePage: string | undefined,
  defaults: Pick<Registry, 'codePage'>,
): Uint8Array {
  const page = codePage === undefined ? defaults.codePage : knownCodePage(codePage)
  const lines = withLineEnds(text)
  if (/[^\P{Cc}\r\n\t]/u.test(lines)) throw misuse(`The ${called} contains a control character: leave it out.`)
  const bytes = bytesIn(called, lines, page)
  if (bytes.length === 0) throw misuse(`The ${called} is empty: say something.`)
  if (bytes.length > textMax) {
    throw misuse(`The ${called} has ${bytes.length} bytes in ${page}: a message has at most ${textMax}. Shorten it.`)
  }
  return bytes
}

/** Clients of 1998 begin a new line at CR LF. */
export const withLineEnds = (text: string): string => text.replace(/\r\n?|\n/g, '\r\n')
