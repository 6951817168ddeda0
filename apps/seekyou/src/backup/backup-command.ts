import { constants, copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { Complaint } from '../complaint.ts'
import type { StoreConfig } from '../config.ts'
import { withOffice } from '../control/open-office.ts'
import { addFlags } from '../flags.ts'
import { moment } from '../terminal/moment.ts'
import { textTable } from '../terminal/text-table.ts'

/** `seekyou backup [FILE]`: a copy of everything, while the server goes on. */
export function backupCommand(): Command {
  const command = new Command('backup')
    .description('write a copy of everything into the folder backups, which keeps the last 14')
    .argument('[FILE]', 'where to put another copy of it')
    .option('--list', 'show the copies that are kept, and write none')
    .option('--json', 'one JSON object (a line)')
    .action((file, config) => (config.list ? showBackups(config) : backUp(file, config)))
  return addFlags(command, 'data', 'hashCost')
}

async function backUp(file: string | undefined, config: StoreConfig & { json?: true }): Promise<void> {
  if (file !== undefined && existsSync(file)) throw new Complaint(`${file} is there already: choose another name.`)
  const done = await withOffice(config, {}, (meet) => meet('backup', {}))
  const kept = join(config.data, 'backups', done.name)
  if (file !== undefined) copy(kept, file)
  const where = file === undefined ? kept : `${kept} and ${file}`
  const inWords = `${mib(done.bytes)} in ${(done.ms / 1_000).toFixed(1)} s: ${where}`
  console.log(config.json ? JSON.stringify(done) : inWords)
}

/** The copy has the mode of the original: only its owner can read it. */
function copy(from: string, to: string): void {
  try {
    copyFileSync(from, to, constants.COPYFILE_EXCL)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Complaint(`The backup is ${from}, but it could not be copied to ${to}: ${reason}.`)
  }
}

async function showBackups(config: StoreConfig & { json?: true }): Promise<void> {
  const { rows } = await withOffice(config, {}, (meet) => meet('listBackups', {}))
  if (config.json) {
    for (const row of rows) console.log(JSON.stringify(row))
    return
  }
  if (rows.length === 0) {
    console.log('There are no backups: make one with seekyou backup.')
    return
  }
  const columns = [{ title: 'made' }, { title: 'size', align: 'right' }, { title: 'file' }] as const
  const cells = rows.map(({ name, at, bytes }) => [moment(at), mib(bytes), join(config.data, 'backups', name)])
  console.log(textTable(columns, cells))
}

const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`
