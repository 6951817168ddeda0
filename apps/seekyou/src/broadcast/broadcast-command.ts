import { Command } from 'commander'
import { codePageOption } from '../code-page-option.ts'
import type { StoreConfig } from '../config.ts'
import { withOffice } from '../control/open-office.ts'
import { addFlags } from '../flags.ts'

/** `seekyou broadcast`: says something to everybody. */
export function broadcastCommand(): Command {
  const command = new Command('broadcast')
    .description('send a message of the server to everybody')
    .argument('<TEXT>', 'what to say; at most 450 bytes')
    .option('--absent', 'also to everybody who is not on line; it waits for them')
    .option('--system', 'as a system message (type 9), which clients show in a window of its own')
    .addOption(codePageOption("how it is written (default: the server's)"))
    .action(broadcast)
  return addFlags(command, 'data', 'hashCost')
}

async function broadcast(
  text: string,
  options: StoreConfig & { absent?: true; system?: true; codePage?: string },
): Promise<void> {
  const { codePage, absent = false, system = false } = options
  const { online, ...others } = await withOffice(options, {}, (meet) =>
    meet('broadcast', { text, codePage, absent, system }),
  )
  const told = absent ? `${online} on line and ${others.absent} absent` : `${online} on line`
  console.log(`Told ${told}.`)
  if (others.refused > 0) {
    console.error(`seekyou: warning: ${others.refused} did not get it: too many messages wait for them already.`)
  }
}
