import { Command } from 'commander'
import type { Config } from '../config.ts'
import { addFlags } from '../flags.ts'

/** `seekyou serve`: the server. */
export function serveCommand(): Command {
  const command = new Command('serve').description('run the server until Ctrl+C')
  return addFlags(command, 'udp', 'data', 'registration', 'limits', 'log', 'hashCost').action(async (config: Config) =>
    (await import('./serve.ts')).serve(config),
  )
}
