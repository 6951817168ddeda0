import { Command } from 'commander'
import type { StoreConfig } from '../config.ts'
import { withOffice } from '../control/open-office.ts'
import { addFlags } from '../flags.ts'
import { inBrief } from '../terminal/in-brief.ts'
import { printable, textTable } from '../terminal/text-table.ts'
import { allPages } from '../user/all-pages.ts'

/** `seekyou links`: who is signed on at this moment. */
export function linksCommand(): Command {
  const command = new Command('links')
    .description('show who is signed on, from where and since when')
    .option('--json', 'one JSON object a line')
    .action(showLinks)
  return addFlags(command, 'data', 'hashCost')
}

async function showLinks(config: StoreConfig & { json?: true }): Promise<void> {
  const links = await withOffice(config, {}, (meet) => allPages((after) => meet('listLinks', { after })))
  if (config.json) {
    for (const link of links) console.log(JSON.stringify(link))
    return
  }
  if (links.length === 0) {
    console.log('Nobody is signed on.')
    return
  }
  const columns = [
    { title: 'UIN', align: 'right' },
    { title: 'nick' },
    { title: 'status' },
    { title: 'from' },
    { title: 'over' },
    { title: 'for', align: 'right' },
    { title: 'silent for', align: 'right' },
  ] as const
  const now = Date.now()
  const rows = links.map(({ uin, nick, status, address, over, since, lastHeardAt }) => [
    String(uin),
    printable(nick),
    status,
    address,
    over,
    inBrief(now - since),
    inBrief(now - lastHeardAt),
  ])
  console.log(textTable(columns, rows))
  console.log(`\n${links.length === 1 ? '1 user' : `${links.length} users`}`)
}
