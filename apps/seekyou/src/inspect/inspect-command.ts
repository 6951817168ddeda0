import { Command, Option } from 'commander'
import { codePageOption } from '../code-page-option.ts'
import type { InspectOptions } from './inspect.ts'

/** `seekyou inspect …`: every byte of a datagram with its meaning. */
export function inspectCommand(): Command {
  return new Command('inspect')
    .description('take ICQ version 2 datagrams apart, byte for byte')
    .argument(
      '[HEX...]',
      'bytes in hexadecimal: a datagram each, or one in pieces when a piece has fewer than 6 bytes; - reads one datagram a line from standard input',
    )
    .addOption(
      new Option('--from <WHO>', 'who sent it (default: client or server, whichever fits)').choices([
        'client',
        'server',
        'peer',
      ]),
    )
    .addOption(
      new Option('--channel <KIND>', 'of a peer: what the TCP connection was for').choices(['message', 'chat', 'file']),
    )
    .addOption(codePageOption('how texts beyond ASCII are read').default('windows-1252'))
    .option('--show-passwords', 'do not mask them')
    .option('--json', 'one JSON object a datagram, on one line')
    .action(async (pieces: string[], options: InspectOptions) =>
      (await import('./inspect.ts')).inspect(pieces, options),
    )
}
