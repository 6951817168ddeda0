import { Command } from 'commander'
import { misuse } from '../complaint.ts'
import type { StoreConfig } from '../config.ts'
import { withOffice } from '../control/open-office.ts'
import { addFlags } from '../flags.ts'
import { showOldClients } from './show-old-clients.ts'

/** `seekyou old-clients`: how to point a client of the time at this server. */
export function oldClientsCommand(): Command {
  const command = new Command('old-clients')
    .description('show how to point a client of the time at this server')
    .option('--hosts', 'only the lines for a hosts file')
    .option('--registry', 'only the text of a .reg file')
    .option('--json', 'one JSON object')
    .action(show)
  return addFlags(command, 'data', 'hashCost')
}

async function show(options: StoreConfig & { hosts?: true; registry?: true; json?: true }): Promise<void> {
  const { hosts, registry, json, ...config } = options
  if (hosts && registry) throw misuse('Choose one of --hosts and --registry: each goes into a file of its own.')
  const ways = await withOffice(config, {}, (meet) => meet('oldClients', {}))
  if (json) console.log(JSON.stringify(ways))
  else if (hosts || registry) process.stdout.write(hosts ? ways.hosts : ways.registry)
  else console.log(showOldClients(ways))
}
