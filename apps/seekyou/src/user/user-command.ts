import { Command, Option } from 'commander'
import { codePageOption } from '../code-page-option.ts'
import { addFlags } from '../flags.ts'
import { addUser } from './add-user.ts'
import { banUser, kickUser, unbanUser } from './ban-user.ts'
import { exportUsers } from './export-users.ts'
import { importUsers } from './import-users.ts'
import { listUsers } from './list-users.ts'
import { parseCountOrDefault, parseSwitch, parseSwitchOrDefault } from './parse-setting.ts'
import { parseUin } from './parse-uin.ts'
import { removeUser, restoreUser } from './remove-user.ts'
import { setUser } from './set-user.ts'
import { showUser } from './show-user.ts'

/** `seekyou user …`: the accounts. Works on a running server and without one alike. */
export function userCommand(): Command {
  const command = new Command('user').description('add, show, change, ban and remove accounts')
  const sub = (usage: string, description: string): Command => command.command(usage).description(description)

  sub('add', 'add an account')
    .option('--uin <N>', 'its number (default: the next free one)', parseUin)
    .requiredOption('--nick <TEXT>', 'what others see')
    .option('--password <TEXT>', 'its password; - reads one line from standard input (default: asks)')
    .addOption(codePageOption("how the owner's client writes letters beyond ASCII"))
    .action(addUser)
  sub('list', 'show all accounts')
    .option('--search <TEXT>', 'only those whose number, nickname, name or e-mail address begins so')
    .addOption(new Option('--only <WHICH>', 'only those who are so').choices(['online', 'banned', 'leaving']))
    .option('--json', 'one JSON object a line')
    .action(listUsers)
  sub('show', 'show everything about an account')
    .argument('<UIN>', 'its number', parseUin)
    .option('--json', 'one JSON object')
    .action(showUser)
  sub('set', 'change an account')
    .argument('<UIN>', 'its number', parseUin)
    .option('--nick <TEXT>', 'what others see')
    .option('--first <TEXT>', 'first name')
    .option('--last <TEXT>', 'last name')
    .option('--email <TEXT>', 'e-mail address')
    .option('--password [TEXT]', 'a new password; - reads one line from standard input, nothing asks')
    .addOption(codePageOption("how the owner's client writes letters beyond ASCII: guess, or one of"))
    .option('--authorization <on|off>', 'whether its owner wants to be asked before being added', parseSwitch)
    .option('--publish-email <on|off>', 'whether others are told the e-mail address', parseSwitch)
    .option('--searchable <on|off>', 'whether searches find it', parseSwitch)
    .option('--direct <on|off|default>', 'whether others may connect without the server', parseSwitchOrDefault)
    .option('--stored-max <N|default>', 'how many messages may wait for it', parseCountOrDefault)
    .option('--limits <on|off>', 'limits of pace; off is for bots', parseSwitch)
    .action(setUser)
  sub('ban', 'sign somebody off and let them on no more')
    .argument('<UIN>', 'its number', parseUin)
    .option('--reason <TEXT>', 'for your own memory')
    .action(banUser)
  sub('unban', 'let somebody on again').argument('<UIN>', 'its number', parseUin).action(unbanUser)
  sub('kick', 'sign somebody off who is on line').argument('<UIN>', 'its number', parseUin).action(kickUser)
  sub('remove', 'ban an account and remove it in a week; its number is never given again')
    .argument('<UIN>', 'its number', parseUin)
    .option('--now', 'at once')
    .option('--yes', 'do not ask')
    .action(removeUser)
  sub('restore', 'take back that an account is to be removed')
    .argument('<UIN>', 'its number', parseUin)
    .action(restoreUser)
  sub('import <FILE>', 'add accounts from JSON lines; - reads standard input').action(importUsers)
  sub('export [FILE]', 'write all accounts as JSON lines, with password hashes').action(exportUsers)
  for (const one of command.commands) addFlags(one, 'data', 'hashCost')
  return command
}
