import { Command } from 'commander'
import { addFlags } from '../flags.ts'

/** `seekyou limits`: every limit of a server, and what it would be with these options. */
export function limitsCommand(): Command {
  const command = new Command('limits')
    .description('show every limit, its value and its meaning')
    .option('--json', 'one JSON object a line')
  return addFlags(command, 'limits', 'limit').action(async (options) =>
    (await import('./show-limits.ts')).showLimits(options),
  )
}
