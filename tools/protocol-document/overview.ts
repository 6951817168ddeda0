// The page with every packet as one line.
import type { Schema } from '@seekyou/wire'
import { linkTo } from './command-pages.ts'
import { block, generated, paragraphs, table } from './markdown.ts'
import { type ClientName, codeOf, type Side, schemaNamed, schemasOf } from './names.ts'
import { type Served, served } from './served.ts'

/** The text of `commands.md`. */
export function overview(): string {
  return paragraphs([
    generated,
    '# Commands',
    'One UDP datagram is one packet: a header, then a body. Numbers are little-endian.',
    block(headers),
    "The header's UIN proves nothing. The server takes a command for that of a signed-on user only when it comes from the address where that user signed on *and* carries that UIN; otherwise it comes from a stranger. `03E8`, `03FC`, `04EC` and `03F2` never belong to a link. Anything else from a stranger is answered with `00F0` under its own number, except an ACK and `0438`, which real clients send when they are gone already, and except what cannot be understood: those get nothing.",
    'A packet without a layout here is one whose body nobody has written down: all its bytes are kept as `trailing`. How sure we are is said with each packet: *certain* (captures of the real service, or two independent programs agree), *likely* (one working program, or later versions that fit), *guess*.',
    '## Client to server',
    'Each is acknowledged with `000A` first. See [what a client says](commands/from-client.md).',
    table(['command', 'in a sentence', 'answered by', 'sure?'], schemasOf.client.map(clientRow)),
    '## Server to client',
    'Each but `000A` wants to be acknowledged; see [who does](reliability.md). See [what the server says](commands/from-server.md).',
    table(['command', 'in a sentence', 'sure?'], schemasOf.server.map(row)),
    '## Between clients',
    'Frames on a TCP connection between two clients; see [what they say](commands/from-peer.md) and [direct connections](peer.md).',
    table(['frame', 'in a sentence', 'sure?'], schemasOf.peer.map(row)),
    '## What fields are made of',
    table(['type', 'bytes', 'is'], types),
    'What the numbers of a message’s `kind` mean is told in [messages](messages.md), the status word in [status](status.md), the constants of signing on in [constants](constants.md).',
  ])
}

const headers = `client → server   02 00 │ command u16 │ sequence u16 │ UIN u32 │ body …
                  02 00 │ command u16 │ sequence u16 │ body …              03FC, 04EC and 03F2: no UIN yet
server → client   02 00 │ command u16 │ sequence u16 │ body …`

const types = [
  ['u8, u16, u32', '1, 2, 4', 'a number, lowest byte first'],
  ['u16be', '2', 'a number, highest byte first: only the session ports of peers'],
  ['uin', '4', 'the number of a user'],
  ['ip4', '4', 'an address in the order in which it is written'],
  [
    'text',
    '3 and more',
    '`u16` that counts the letters and a closing NUL, the letters, the NUL; read as well when the length leaves the NUL out or has its high byte first',
  ],
  ['status', '4', 'how available somebody is; see [status](status.md)'],
  ['time zone', '1', 'half hours, signed, positive to the west; 9C: not entered'],
  ['colour', '4', 'red, green, blue, 0'],
  ['uins', '1 and more', '`u8` that counts, then each as `u32`'],
  ['bytes', 'the rest', 'whatever is left'],
  ['unknown(n)', 'n', 'bytes whose meaning nobody knows: kept and relayed, never judged'],
]

const nameCell = (schema: Schema): string => linkTo(schema)

const row = (schema: Schema): string[] => [nameCell(schema), schema.summary, schema.confidence]

function clientRow(schema: Schema): string[] {
  const { answers }: Served = served[schema.name as ClientName]
  const link = (name: Served['answers'][number], side: Side = 'server') => {
    const answer = schemaNamed(side, name)
    return linkTo(answer).replace(/^\[[^\]]+\]/, `[${codeOf(answer)}]`)
  }
  return [nameCell(schema), schema.summary, answers.map((name) => link(name)).join(' '), schema.confidence]
}
