import { Command } from 'commander'
import { codePageOption } from '../code-page-option.ts'
import { addFlags } from '../flags.ts'
import { addUser } from './add-user.ts'
import { exportUsers } from './export-users.ts'
import { importUsers } from './import-users.ts'
import { listUsers } from './list-users.ts'
import { parseUin } from './parse-uin.ts'
import { removeUser } from './remove-user.ts'
import { setUser } from './set-user.ts'

/** `seekyou user …`: the accounts. Works on a running server and without one alike. */
export function userCommand(): Command {
  const command = new Command('user').description('add, list, change and remove accounts')
  const sub = (usage: string, description: string): Command => command.command(usage).description(description)

  sub('add', 'add an account')
    .option('--uin <N>', 'its number (default: the next free one)', parseUin)
    .requiredOption('--nick <TEXT>', 'what others see')
    .option('--password <TEXT>', 'its password; - reads one line from standard input (default: asks)')
    .addOption(codePageOption("how the owner's client writes letters beyond ASCII"))
    .action(addUser)
  sub('list', 'show all accounts').option('--json', 'one JSON object a line').action(listUsers)
  sub('set', 'change an account')
    .argument('<UIN>', 'its number', parseUin)
    .option('--nick <TEXT>', 'what others see')
    .option('--password [TEXT]', 'a new password; - reads one line from standard input, nothing asks')
    .addOption(codePageOption("how the owner's client writes letters beyond ASCII"))
    .action(setUser)
  sub('remove', 'remove an account; its number is never given again')
    .argument('<UIN>', 'its number', parseUin)
    .option('--yes', 'do not ask')
    .action(removeUser)
  sub('import <FILE>', 'add accounts from JSON lines; - reads standard input').action(importUsers)
  sub('export [FILE]', 'write all accounts as JSON lines, with password hashes').action(exportUsers)
  for (const one of command.commands) addFlags(one, 'data', 'hashCost')
  return command
}
