import type { Status } from '@seekyou/office'
import { Command } from 'commander'
import type { StoreConfig } from '../config.ts'
import { withOffice } from '../control/open-office.ts'
import { addFlags } from '../flags.ts'
import { inBrief } from '../terminal/in-brief.ts'
import { textTable } from '../terminal/text-table.ts'

/** `seekyou status`: how the running server is. */
export function statusCommand(): Command {
  const command = new Command('status')
    .description('show how the running server is')
    .option('--json', 'one JSON object')
    .action(showStatus)
  return addFlags(command, 'data', 'hashCost')
}

async function showStatus(options: StoreConfig & { json?: true }): Promise<void> {
  const status = await withOffice(options, {}, (meet) => meet('status', {}))
  console.log(options.json ? JSON.stringify(status) : inWords(status))
}

function inWords({ online, uptimeMs, udp, storeCalls, health, counters, limits }: Status): string {
  const table = (title: string, numbers: readonly (readonly [name: string, count: number])[]) =>
    textTable(
      [{ title: 'how many', align: 'right' }, { title }],
      numbers.map(([name, count]) => [count >= Number.MAX_SAFE_INTEGER ? 'no limit' : String(count), name]),
    )
  const counted = Object.entries(counters).filter(([, count]) => count > 0)
  return `\
${online === 1 ? '1 user is' : `${online} users are`} on line; listening on ${udp} for ${inBrief(uptimeMs)}
${storeCalls === 1 ? '1 call waits' : `${storeCalls} calls wait`} for the store
${inMib(health.memory.rss)} of memory, ${inMib(health.memory.heapUsed)} of it the heap; in the last minute ${health.delayMs.p99} ms late at 99 %, ${health.delayMs.max} ms at most

${counted.length > 0 ? table('counted since the start', counted) : 'nothing counted since the start'}

${table('limit', Object.entries(limits))}`
}

const inMib = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MiB`
