import type { AuditRow } from '@seekyou/office'
import { Command, InvalidArgumentError } from 'commander'
import type { StoreConfig } from '../config.ts'
import { withOffice } from '../control/open-office.ts'
import { addFlags } from '../flags.ts'
import { moment } from '../terminal/moment.ts'
import { printable, textTable } from '../terminal/text-table.ts'

/** As many rows come at a time. */
const pageSize = 500

/** `seekyou audit`: who has changed what. */
export function auditCommand(): Command {
  const command = new Command('audit')
    .description('show who has changed what, the newest first')
    .option('--count <N>', 'how many changes', parseCount, 50)
    .option('--json', 'one JSON object a line')
    .action(showAudit)
  return addFlags(command, 'data', 'hashCost')
}

async function showAudit({ count, json, ...config }: StoreConfig & { count: number; json?: true }): Promise<void> {
  const rows = await withOffice(config, {}, async (meet) => {
    const all: AuditRow[] = []
    while (all.length < count) {
      const most = Math.min(pageSize, count - all.length)
      const page = await meet('listAudit', { count: most, before: all.at(-1)?.id })
      all.push(...page.rows)
      if (page.rows.length < most) break
    }
    return all
  })
  if (json) {
    for (const row of rows) console.log(JSON.stringify(row))
    return
  }
  if (rows.length === 0) {
    console.log('Nothing was changed yet.')
    return
  }
  const columns = [{ title: 'when' }, { title: 'by' }, { title: 'what' }, { title: 'whom' }, { title: '' }]
  const cells = rows.map(({ at, by, what, whom = '', detail = '' }) =>
    [moment(at), by, what, whom, detail].map(printable),
  )
  console.log(textTable(columns, cells))
}

function parseCount(text: string): number {
  const count = Number(text)
  if (/^\d{1,6}$/.test(text) && count > 0) return count
  throw new InvalidArgumentError('Write a whole number from 1 to 999999.')
}
